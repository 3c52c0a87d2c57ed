// A name for a finding that stays the same while lines move, so that a platform knows an old finding again: from the
// rule, the file, the entity and the English message, and the count among equals.
import { tell } from '../messages/message';
import type { ReportedFinding } from '../views/report';

/** The fingerprints of findings, in their order: 32 hexadecimal digits each, no two alike. */
export function fingerprints(findings: readonly ReportedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, path, entity, message }) => {
    const name = [code, path, entity ?? '', tell(message, 'en')].join('\n');
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return hash(`${name}\n${count}`);
  });
}

// FNV-1a, four times from different starts and mixed at the end. It names, it does not protect.
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((seed) => hash32(text, seed)).join('');
}

function hash32(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
