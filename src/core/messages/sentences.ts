// The shape of an area's sentences: English first, Chinese second, `{name}` where an argument goes. A test holds both to the same gaps.

export type Sentences = Readonly<Record<string, readonly [en: string, zh: string]>>;
