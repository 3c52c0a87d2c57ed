// What is said about text that is not good YAML, or not in the form a register needs.
import type { Sentences } from './sentences';

export const syntaxMessages = {
  'yaml.error': ['This is not valid YAML: {detail}.', '这不是有效的 YAML:{detail}。'],
} as const satisfies Sentences;
