// Whether the surroundings let the quick reader work: LANDFALL_NO_QUICK_READER leaves everything to `yaml`.

export const quickReaderWanted = (env: Readonly<Record<string, string | undefined>>): boolean =>
  !env.LANDFALL_NO_QUICK_READER || env.LANDFALL_NO_QUICK_READER === '0';
