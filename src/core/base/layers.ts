// A persistent map from text: what changed lately lies in a thin layer over what stood before, and an update copies the
// layer alone. So a keystroke in a project of 40,000 entities costs microseconds, every earlier version stays as it was,
// and whoever asks is answered by the engine's own maps. A layer that has grown thick is put down into a new ground.
import { fitted } from './lists';
import type { Work } from './work';

/** The layer's share of the ground beyond which it is put down: one update in so many pays for the whole map. */
const THICK = 1 / 64;
/** A layer no thicker than this is never put down. */
const THIN = 64;
/** Entries written between two pauses. */
const STEP = 4096;

export class Layers<V> {
  static readonly empty: Layers<never> = new Layers(new Map<string, never>(), new Map<string, undefined>(), 0);

  private readonly ground: ReadonlyMap<string, V>;
  /** What is otherwise than in the ground; `undefined` for what is there no longer. */
  private readonly layer: ReadonlyMap<string, V | undefined>;
  readonly size: number;

  private constructor(ground: ReadonlyMap<string, V>, layer: ReadonlyMap<string, V | undefined>, size: number) {
    this.ground = ground;
    this.layer = layer;
    this.size = size;
  }

  /** Lists made from nothing: each value that is put joins the list of its key, once where it is put in a row. Most lists have
   *  one element; `alone` is that list where there is one already. */
  static *lists<V>(
    fill: (put: (key: string, value: V) => void) => Work<void>,
    alone: (value: V) => readonly V[] = (value) => [value],
  ): Work<Layers<readonly V[]>> {
    const ground = new Map<string, readonly V[]>();
    yield* fill((key, value) => {
      const list = ground.get(key);
      if (!list) ground.set(key, alone(value));
      else if (list.at(-1) === value) return;
      else if (list.length > 1) (list as V[]).push(value);
      else ground.set(key, [...list, value]);
    });
    let count = 0;
    for (const [key, list] of ground) {
      if (list.length > 2) ground.set(key, fitted(list));
      if (++count % STEP === 0) yield;
    }
    return new Layers<readonly V[]>(ground, new Map(), ground.size);
  }

  get(key: string): V | undefined {
    const late = this.layer.size ? this.layer.get(key) : undefined;
    return late === undefined && !this.layer.has(key) ? this.ground.get(key) : late;
  }

  /** The map with these entries set, in work that pauses; a value of `undefined` removes its key. Of two entries of one key
   *  the later counts. */
  *with(entries: readonly (readonly [string, V | undefined])[]): Work<Layers<V>> {
    if (!entries.length) return this;
    const { ground } = this;
    let size = this.size;
    const layer = new Map(this.layer);
    for (const [at, [key, value]] of entries.entries()) {
      const there = layer.has(key) ? layer.get(key) !== undefined : ground.has(key);
      size += Number(value !== undefined) - Number(there);
      if (value === undefined && !ground.has(key)) layer.delete(key);
      else layer.set(key, value);
      if (at % STEP === STEP - 1) yield;
    }
    if (layer.size <= Math.max(THIN, ground.size * THICK)) return new Layers(ground, layer, size);
    return new Layers(yield* putDown(ground, layer), new Map(), size);
  }

  *entries(): IterableIterator<[string, V]> {
    for (const entry of this.ground) if (!this.layer.has(entry[0])) yield entry;
    for (const [key, value] of this.layer) if (value !== undefined) yield [key, value];
  }
}

function* putDown<V>(
  ground: ReadonlyMap<string, V>,
  layer: ReadonlyMap<string, V | undefined>,
): Work<ReadonlyMap<string, V>> {
  const next = new Map<string, V>();
  let count = 0;
  for (const [key, value] of ground) {
    const now = layer.has(key) ? layer.get(key) : value;
    if (now !== undefined) next.set(key, now);
    if (++count % STEP === 0) yield;
  }
  for (const [key, value] of layer) {
    if (value !== undefined && !ground.has(key)) next.set(key, value);
    if (++count % STEP === 0) yield;
  }
  return next;
}
