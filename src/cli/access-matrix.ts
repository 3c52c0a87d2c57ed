// `landfall access matrix`: who may do what, as a table or a picture; the same that the panel exports.
import { nearest } from '../core/base/text';
import { finish } from '../core/base/work';
import { say } from '../core/messages/message';
import { refusal } from '../core/render/matrix';
import { matrixHtml } from '../core/render/matrix-html';
import { matrixSvg } from '../core/render/matrix-svg';
import { matrixCsv, matrixMarkdown } from '../core/render/matrix-tables';
import { accessMatrix } from '../core/views/access-matrix';
import { type MatrixChoices, type MatrixQuery, perspectives, wholeMatrix } from '../core/views/matrix-query';
import { type Call, type Exit, type Option, WrongCall } from './call';
import { theProject } from './folders';
import { dayGiven } from './options';

const writers = { csv: matrixCsv, markdown: matrixMarkdown, html: matrixHtml, svg: matrixSvg } as const;
export const matrixFormats = Object.keys(writers) as readonly (keyof typeof writers)[];

export const matrixOptions: readonly Option[] = [
  { name: 'by', value: 'ROWS', choices: perspectives, fallback: wholeMatrix.by, help: say('cli.option-by') },
  { name: 'direct', help: say('cli.option-direct') },
  { name: 'conflicts', help: say('cli.option-conflicts') },
  { name: 'module', value: 'ID', help: say('cli.option-module') },
  { name: 'object', value: 'ID', help: say('cli.option-object') },
  { name: 'role', value: 'TEXT', help: say('cli.option-role') },
  { name: 'person', value: 'TEXT', help: say('cli.option-person') },
];

export async function printMatrix(call: Call): Promise<Exit> {
  const world = await theProject(call);
  const by = perspectives.find((one) => one === call.option('by')) ?? wholeMatrix.by;
  // Roles as such are not of a day: only who holds them is.
  const isOfDay = by === 'person' || (['org', 'env', 'person'] as const).some((name) => call.option(name));
  const query: MatrixQuery = {
    by,
    direct: call.option('direct') !== undefined,
    conflicts: call.option('conflicts') !== undefined,
    module: call.option('module') ?? '',
    object: call.option('object') ?? '',
    org: call.option('org') ?? '',
    environment: call.option('env') ?? '',
    on: dayOf(call.option('on') ?? (isOfDay ? world.asOf : ANY_DAY)),
    role: call.option('role') ?? '',
    person: call.option('person') ?? '',
  };
  const { matrix, choices, refused } = finish(accessMatrix(world, query, call.language));
  for (const name of ['module', 'object', 'org', 'environment'] as const) needChoice(choices, name, query[name]);
  const why = refused ?? refusal(matrix);
  if (why) throw new WrongCall(why);
  // Without a format it is a table for other programs: no terminal is as wide as a matrix.
  const format = matrixFormats.find((one) => one === call.option('format')) ?? 'csv';
  call.write(writers[format](matrix, call.language));
  return 0;
}

function needChoice(choices: MatrixChoices, name: keyof MatrixChoices, given: string): void {
  const known = choices[name].map(({ id }) => id);
  if (given === '' || known.includes(given)) return;
  const near = nearest(given, known);
  throw new WrongCall(
    near === undefined ? say('cli.unknown-id', { given }) : say('cli.unknown-id-near', { given, near }),
  );
}

/** How a person asks for all days. */
const ANY_DAY = 'any';

const dayOf = (given: string): string => (given === ANY_DAY ? '' : dayGiven(given));
