// The smallest event there is: listeners that are told, each with the way to stop listening. For the parts that know no editor.

export interface Signal<T> {
  readonly on: (listener: (value: T) => void) => () => void;
  readonly send: (value: T) => void;
}

export function signal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (value) => {
      for (const listener of [...listeners]) listener(value);
    },
  };
}

/** The next value, as a promise. */
export const next = <T>(of: Signal<T>): Promise<T> =>
  new Promise((resolve) => {
    const stop = of.on((value) => {
      stop();
      resolve(value);
    });
  });
