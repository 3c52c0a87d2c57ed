// A kind of a project's own, as its schema in `.landfall/kinds`.
export const VENDORS = JSON.stringify({
  title: 'Vendors',
  type: 'object',
  properties: {
    kind: { const: 'vendors' },
    items: { type: 'array', items: { 'x-entity': { name: 'vendors' }, type: 'object' } },
  },
});
