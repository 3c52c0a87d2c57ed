// What the annotations of a kind's schema must look like. The schemas that ship are known to be right; those of a
// project are held to this before anything reads them.
import { type JsonSchema, STANDINGS } from './json';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const flag: JsonSchema = { type: 'boolean' };
const states: JsonSchema = { type: 'object', additionalProperties: { type: 'array' } };

export const annotations: Readonly<Record<string, JsonSchema>> = {
  'x-entity': {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
      group: text,
      icon: text,
      idPrefix: text,
      label: text,
      detail: text,
      done: states,
      dropped: states,
      titleTemplate: text,
      idTemplate: text,
      parent: text,
      computed: texts,
      standing: { enum: STANDINGS },
      from: { const: 'items' },
    },
  },
  'x-ref': { anyOf: [text, texts] },
  'x-historical': flag,
  'x-acyclic': flag,
  'x-glob': flag,
  'x-parts': text,
  'x-key': { anyOf: [{ enum: ['set', 'ordered'] }, texts] },
  'x-type-by': {
    type: 'object',
    required: ['field', 'types'],
    properties: { field: text, types: { type: 'object', additionalProperties: text }, choices: text },
  },
  'x-unit': text,
  'x-times': text,
  'x-proves': {
    anyOf: [{ const: true }, { type: 'object', required: ['on'], properties: { on: text, when: states } }],
  },
  'x-anchor': { anyOf: [{ const: true }, text] },
  'x-realises': { enum: ['named', 'self'] },
  'x-sensitive': flag,
  'x-markdown': flag,
  'x-baselined': flag,
  'x-labels': { type: 'object', additionalProperties: text },
  'x-derived': text,
  'x-access': text,
  'x-expects': {
    type: 'array',
    items: {
      type: 'object',
      required: ['rule', 'fields'],
      properties: { rule: text, when: states, unless: states, fields: texts },
    },
  },
  'x-due': text,
  'x-apart': { type: 'object', required: ['rule', 'from'], properties: { rule: text, from: text } },
};
