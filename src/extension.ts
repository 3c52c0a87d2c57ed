// The extension's entry: wires the ports to the editor.
export function activate(): void {}
