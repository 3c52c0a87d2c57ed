// A sample project as it ships: its files as they are today, and the story of how they came about, if it has one.
import fs from 'node:fs';
import path from 'node:path';

/** File texts by path, `/` between its parts, LF line ends. */
export type Files = ReadonlyMap<string, string>;

export interface Sample {
  readonly name: string;
  readonly files: Files;
  /** The text of NAME.history.yaml. */
  readonly history: string | undefined;
}

/** The sample NAME of a folder: the files below NAME, and NAME.history.yaml beside it. Throws when there is no such sample. */
export function readSample(folder: string, name: string): Sample {
  const root = path.join(folder, name);
  const found = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = found.map((entry) =>
    path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'),
  );
  const history = `${root}.history.yaml`;
  return {
    name,
    // macOS hands out decomposed names.
    files: new Map(places.sort().map((place) => [place.normalize('NFC'), read(path.join(root, place))])),
    history: fs.existsSync(history) ? read(history) : undefined,
  };
}

// A checkout on Windows may have turned the line ends; object names must not depend on it.
const read = (file: string): string => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
