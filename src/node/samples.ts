// The sample projects that ship with the product. A bundle of its own that loads when one is asked for.
import type { Sample } from './sample-files';

export const sampleNames = ['erp', 'his'] as const;
export type SampleName = (typeof sampleNames)[number];

interface Packed {
  readonly files: Readonly<Record<string, string>>;
  readonly history: string | null;
}

export async function shippedSample(name: SampleName): Promise<Sample> {
  const { json } = await import('../generated/samples');
  const packed = (JSON.parse(json) as Readonly<Record<string, Packed>>)[name];
  if (!packed) throw new Error(`The sample ${name} was not packed.`);
  return { name, files: new Map(Object.entries(packed.files)), history: packed.history ?? undefined };
}
