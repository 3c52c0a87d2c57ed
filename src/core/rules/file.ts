// LF0, the file: what reading did not already say. Most of the family is found while a text is read (syntax, schema).
import { say } from '../messages/message';
import { MANIFEST, idlePatterns } from '../project/matcher';
import { withId } from '../project/project';
import { locate } from '../syntax/place';
import { parse } from '../syntax/parse';
import type { EntityRule, FileRule, Said } from './rule';

const duplicateId: EntityRule = {
  scope: 'entity',
  code: 'LF007',
  // Two entries of a log may well derive the same id; they are told apart by their place.
  concerns: ({ id, derived }, { project }) => !derived && (project.byId.get(id)?.length ?? 0) > 1,
  *check(entity, { project }) {
    const same = withId(project, entity.id).filter((one) => one.kind === entity.kind && !one.derived);
    if (same.length < 2) return;
    yield {
      span: entity.mark,
      message: say('duplicate.id', { id: entity.id, count: same.length, kind: entity.kind.one }),
      others: same
        .filter((one) => one !== entity)
        .map((one) => ({ entity: one, span: one.mark, message: say('duplicate.here') })),
    };
  },
};

const slashInId: EntityRule = {
  scope: 'entity',
  code: 'LF008',
  // A path is the id of a document only; elsewhere a slash would be read as `kind/id`.
  concerns: ({ id, kind, derived }) => id.includes('/') && kind.entity.from !== 'document' && !derived,
  *check(entity) {
    yield { span: entity.mark, message: say('id.slash', { id: entity.id, better: entity.id.replaceAll('/', '.') }) };
  },
};

const idleInclude: FileRule = {
  scope: 'file',
  code: 'LF014',
  *check(file, { settings, files }) {
    if (file.path !== MANIFEST || files.kind !== 'known') return;
    const idle = idlePatterns(settings, files.value);
    if (!idle.length) return;
    const { root } = parse(file.text);
    const list = root && locate(root, ['include'])?.node;
    for (const item of list?.kind === 'sequence' ? list.items : []) {
      if (item.kind !== 'scalar' || !idle.includes(item.text)) continue;
      const found: Said = {
        span: { start: item.start, end: item.end },
        message: say('manifest.include-nothing', { pattern: item.text }),
      };
      yield found;
    }
  },
};

export const fileRules = [duplicateId, slashInId, idleInclude] as const;
