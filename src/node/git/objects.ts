// Objects by name, out of one git that stays. It is started again when it was killed, or died of a damaged object; one
// that is larger than wanted costs no more than its first line.
import type { Oid } from '../../core/model/commit';
import { type Known, known, unavailable } from '../../core/project/known';
import * as calls from './calls';
import { failed, type Git, type Running, start } from './run';

export interface GitObject {
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Buffer;
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

// `OID TYPE SIZE`, a line end, the bytes, a line end; or `OID missing`. The bytes are copied, once: what git sends comes in
// blocks of memory that end anywhere.
function replyParser({ limit, reply, tooLarge }: Replies): (part: Buffer, goOn: () => boolean) => void {
  let head = '';
  let object: { readonly type: GitObject['type']; readonly bytes: Buffer } | undefined;
  let held = 0;
  return (part, goOn) => {
    for (let rest = part; rest.length && goOn(); ) {
      if (object) {
        const { type, bytes } = object;
        const copied = rest.copy(bytes, held);
        held += copied;
        if (copied === rest.length) return;
        rest = rest.subarray(copied + 1);
        object = undefined;
        reply(known({ type, bytes }));
        continue;
      }
      const end = rest.indexOf(10);
      head += rest.toString('latin1', 0, end < 0 ? rest.length : end);
      if (end < 0) return;
      rest = rest.subarray(end + 1);
      const [, type, size] = HEADER.exec(head) ?? [];
      head = '';
      held = 0;
      if (type === undefined) reply(unavailable('missing'));
      else if (Number(size) > limit()) tooLarge(Number(size));
      else object = { type: type as GitObject['type'], bytes: Buffer.allocUnsafe(Number(size)) };
    }
  };
}
