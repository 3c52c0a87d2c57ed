// Half a surrogate pair is no character: it can be neither encoded in a URI nor stand in XML.

/** Stands for what cannot be written (U+FFFD). */
export const REPLACEMENT = '\ufffd';

export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, REPLACEMENT);
