// Objects by name, out of one git that stays. It is started again when it was killed, or died of a damaged object; one
// that is larger than wanted costs no more than its first line.
import type { Oid } from '../../core/model/commit';
import { type Known, known, unavailable } from '../../core/project/known';
import * as calls from './calls';
import { failed, type Git, type Running, start } from './run';

export interface GitObject {
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Uint8Array;
}

export interface ObjectReader {
  /** The object with this name, unless it has more bytes than the limit. */
  readonly read: (oid: Oid, limit: number) => Promise<Known<GitObject>>;
  /** Ends git. What was asked and not answered is refused. */
  readonly close: () => Promise<void>;
}

/** How many questions git is sent before it has answered the first of them. */
const AHEAD = 64;
/** How often git may die over one object until that is the object's fault. */
const TRIES = 2;
/** How often it may die without one answer in between until it is not asked any more. */
const DEATHS = 6;

interface Question {
  readonly oid: Oid;
  readonly limit: number;
  readonly answer: (object: Known<GitObject>) => void;
  readonly refuse: (error: unknown) => void;
  tries: number;
}

export function objectReader(git: Git): ObjectReader {
  const waiting: Question[] = [];
  let sent = 0;
  let deaths = 0;
  let running: Running | undefined;
  let closed = false;
  let due = false;

  /** What comes up in one go is sent as one message: each costs git and us a call of the system. */
  function pushSoon(): void {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      if (git.signal?.aborted) refuseAll(git.signal.reason);
      else if (closed) refuseAll(closedError());
      else push();
    });
  }

  function push(): void {
    if (!waiting.length) return;
    running ??= begin();
    const more = waiting.slice(sent, AHEAD);
    if (!more.length) return;
    sent += more.length;
    running.write(more.map(({ oid }) => `${oid}\n`).join(''));
  }

  function begin(): Running {
    const mine = start(git, calls.objects);
    const parser = replyParser({
      limit: () => waiting[0]?.limit ?? 0,
      reply: (object) => {
        deaths = 0;
        next(object);
      },
      tooLarge: (size) => {
        // The bytes are on their way: only the end of the process stops them.
        again(mine);
        next(unavailable('too-large', String(size)));
      },
    });
    mine.output.on('data', (part: Buffer) => {
      if (running === mine) parser(part, () => running === mine);
    });
    void mine.ended.then((complaint) => {
      if (running === mine) died(complaint ?? '');
    });
    return mine;
  }

  function next(object: Known<GitObject>): void {
    // What comes in after the end was told is nobody's any more.
    if (git.signal?.aborted) return refuseAll(git.signal.reason);
    const question = waiting.shift();
    if (sent) sent--;
    question?.answer(object);
    pushSoon();
  }

  function again(mine: Running): void {
    running = undefined;
    sent = 1;
    mine.kill();
  }

  function died(complaint: string): void {
    running = undefined;
    sent = 0;
    if (git.signal?.aborted) return refuseAll(git.signal.reason);
    if (closed) return refuseAll(closedError());
    const first = waiting[0];
    if (!first) return;
    const refusal = failed(complaint);
    if (refusal.why === 'missing') return next(refusal);
    if (++deaths > DEATHS || refusal.why !== 'broken') {
      deaths = 0;
      for (const question of waiting.splice(0)) question.answer(refusal);
    } else if (++first.tries >= TRIES) next(refusal);
    else push();
  }

  function refuseAll(error: unknown): void {
    for (const question of waiting.splice(0)) question.refuse(error);
  }

  return {
    read: (oid, limit) =>
      new Promise((answer, refuse) => {
        if (closed) return refuse(closedError());
        if (git.signal?.aborted) return refuse(git.signal.reason);
        waiting.push({ oid, limit, answer, refuse, tries: 0 });
        pushSoon();
      }),
    close: async () => {
      closed = true;
      const last = running;
      last?.kill();
      await last?.ended;
    },
  };
}

const closedError = (): Error => new Error('the repository was closed');

interface Replies {
  /** Bytes that the next object may have. */
  readonly limit: () => number;
  readonly reply: (object: Known<GitObject>) => void;
  readonly tooLarge: (size: number) => void;
}

const HEADER = /^[0-9a-f]+ (blob|tree|commit|tag) (\d+)$/;

// `OID TYPE SIZE`, a line end, the bytes, a line end; or `OID missing`.
function replyParser({ limit, reply, tooLarge }: Replies): (part: Buffer, goOn: () => boolean) => void {
  let parts: Buffer[] = [];
  let held = 0;
  let object: { readonly type: GitObject['type']; readonly size: number } | undefined;
  const take = (part: Buffer): Buffer => {
    // A copy in any case: what git sends comes in larger blocks of memory.
    const all = Buffer.concat([...parts, part]);
    parts = [];
    held = 0;
    return all;
  };
  return (part, goOn) => {
    for (let rest: Buffer = part; rest.length && goOn(); ) {
      const end = object ? object.size + 1 - held : rest.indexOf(10) + 1;
      if (end === 0 || end > rest.length) {
        parts.push(rest);
        held += rest.length;
        return;
      }
      const whole = take(rest.subarray(0, end));
      rest = rest.subarray(end);
      if (object) {
        const { type } = object;
        object = undefined;
        reply(known({ type, bytes: whole.subarray(0, -1) }));
        continue;
      }
      const [, type, size] = HEADER.exec(whole.toString('latin1', 0, whole.length - 1)) ?? [];
      if (type === undefined) reply(unavailable('missing'));
      else if (Number(size) > limit()) tooLarge(Number(size));
      else object = { type: type as GitObject['type'], size: Number(size) };
    }
  };
}
