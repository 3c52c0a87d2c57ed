// Workspaces that editor tests open. Each is made anew for its suite.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readSample } from '../../src/node/sample-files';
import { materialise } from '../../src/node/sample-history';
import { generate } from '../bench/corpus/generate';
import { pastCorpus } from '../bench/corpus/past';
import { planFiles } from '../bench/corpus/plan';

const run = promisify(execFile);

/** Writes files below a folder; the folders come by themselves. */
async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const to = path.join(folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, text);
  }
}

/** Makes a folder a git repository with all of its files in one commit. */
async function commitAll(folder: string, message: string): Promise<void> {
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=Li Wei', '-c', 'user.email=li.wei@example.com', ...args], { cwd: folder });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', message);
}

/** Two people, two risks, one Chinese file name, no mistakes. */
export async function tinyProject(folder: string): Promise<void> {
  await write(folder, {
    'landfall.yaml': 'landfall: 1\nname: Tiny\n',
    'people.yaml': 'kind: people\nitems:\n  - id: li.wei\n    title: 李伟\n  - id: ann.lee\n    title: Ann Lee\n',
    '管控/风险.yaml': tinyRisks,
  });
  await commitAll(folder, 'Begin');
}

const tinyRisks = `kind: risks
items:
  - id: R-001
    title: 历史患者主数据重复
    category: data
    probability: 3
    impact: 3
    owner: li.wei
    status: open
  - id: R-002
    title: Key users are not released from daily work
    category: people
    probability: 2
    impact: 3
    owner: ann.lee
    status: open
`;

/** The ERP sample with its history: Chinese, with deliberate mistakes. */
export async function sampleProject(folder: string): Promise<void> {
  await materialise(readSample('media/samples', 'erp'), folder);
}

/** The sample with texts in its registers that would run if a page took them for HTML. */
export async function hostileSample(folder: string): Promise<void> {
  await sampleProject(folder);
  await write(folder, {
    'access/hostile.yaml': `kind: permission-objects
items:
  - id: hostile
    title: '<img src=x onerror="document.body.dataset.hit=1">'
    actions: [create, approve]
    scopes: ['<b>own</b>']
`,
    'access/hostile-roles.yaml': `kind: roles
items:
  - id: hostile-role
    title: '</script><script>document.body.dataset.hit=1</script>"\u0027&quot;'
    grants: [{ object: hostile, actions: [create], scope: '<b>own</b>', when: '<img src=x onerror="document.body.dataset.hit=1">' }]
`,
  });
}

/** The sample with a register of tasks that nothing has happened to yet; one title would run if a page took it for HTML. */
export async function ganttSample(folder: string): Promise<void> {
  await sampleProject(folder);
  await write(folder, { '计划/项目收尾.yaml': closingTasks });
}

const closingTasks = `kind: tasks
items:
  - id: G-0
    title: 项目收尾与总结（含文档移交、经验教训、满意度调查与最终付款的全部手续）
    phase: operate
  - id: G-1
    title: 文档移交
    parent: G-0
    start: 2026-12-07
    finish: 2026-12-11
    duration: 5d
  - id: G-2
    title: 经验教训
    parent: G-0
    duration: 3d
    after: [G-1]
  - id: G-3
    title: '<img src=x onerror="document.body.dataset.hit=1">'
    parent: G-0
    milestone: true
    after: [G-2]
`;

/** The bench's repository: 2,000 commits of 10,000 entities in 1,000 files. */
export async function longHistory(folder: string): Promise<void> {
  const { root } = await pastCorpus();
  await run('git', ['clone', '--quiet', '--local', root, folder]);
}

/** Five thousand tasks in summaries of ten. */
export async function manyTasks(folder: string): Promise<void> {
  await write(folder, Object.fromEntries(planFiles(5000)));
}

/** Five hundred roles, each inheriting another one, and two thousand permissions. */
export async function manyRoles(folder: string): Promise<void> {
  const objects = Array.from(
    { length: 500 },
    (_, at) =>
      `  - { id: object-${at}, title: 权限对象 ${at}, module: m${at % 20}, actions: [create, change, approve, view], scopes: [own, company] }\n`,
  );
  const roles = Array.from({ length: 500 }, (_, at) => {
    const inherits = at % 5 ? `, inherits: [role-${at - 1}]` : '';
    const grants = Array.from(
      { length: 20 },
      (__, n) => `{ object: object-${(at * 37 + n * 13) % 500}, actions: [create, view], scope: own }`,
    );
    return `  - { id: role-${at}, title: 岗位角色 ${at}${inherits}, grants: [${grants.join(', ')}] }\n`;
  });
  const modules = Array.from({ length: 20 }, (_, at) => `  - { id: m${at}, title: 模块 ${at}, in_scope: true }\n`);
  await write(folder, {
    'landfall.yaml': 'landfall: 1\nname: Large\n',
    'modules.yaml': `kind: modules\nitems:\n${modules.join('')}`,
    'objects.yaml': `kind: permission-objects\nitems:\n${objects.join('')}`,
    'roles.yaml': `kind: roles\nitems:\n${roles.join('')}`,
  });
}

/** The tiny project with a kind of its own, and a vehicle that breaks it. */
export async function ownKind(folder: string): Promise<void> {
  await tinyProject(folder);
  const item = {
    'x-entity': { name: 'vehicles', group: 'foundation', icon: 'rocket', label: '{id} {title}' },
    type: 'object',
    title: 'Vehicle',
    required: ['id', 'title', 'wheels'],
    additionalProperties: false,
    properties: { id: { type: 'string' }, title: { type: 'string' }, wheels: { type: 'integer' } },
  };
  const schema = {
    title: 'Vehicles',
    type: 'object',
    properties: { kind: { const: 'vehicles' }, items: { type: 'array', items: item } },
  };
  await write(folder, {
    '.landfall/kinds/vehicles.schema.json': JSON.stringify(schema, null, 2),
    'vehicles.yaml': 'kind: vehicles\nitems:\n  - id: V-1\n    title: Van\n    wheels: four\n',
    'broken.yaml': 'kind: risks\nitems:\n  - id: R-9\n    title: Nobody owns it\n    probability: 9\n',
  });
}

/** Two folders of one workspace: a project in each, and another one inside the first. */
export async function twoRoots(folder: string): Promise<string> {
  const risk = (owner: string): string =>
    `kind: risks\nitems:\n  - id: R-001\n    title: Risk of ${owner}\n    probability: 1\n    impact: 1\n    status: open\n    owner: ${owner}\n`;
  const person = (id: string): string => `kind: people\nitems:\n  - id: ${id}\n    title: Person ${id}\n`;
  // The same ids in both.
  const shared = (where: string): string => `  - id: shared\n    title: Shared of ${where}\n`;
  const second = `  - id: R-002\n    title: Twice\n    probability: 1\n    impact: 1\n    status: open\n    owner: shared\n`;
  await write(folder, {
    'east/landfall.yaml': 'landfall: 1\nname: East\n',
    'east/people.yaml': person('east.one') + shared('east'),
    'east/risks.yaml': risk('east.one') + second,
    'east/inner/landfall.yaml': 'landfall: 1\nname: Inner\n',
    'east/inner/risks.yaml': risk('east.one'),
    'west/landfall.yaml': 'landfall: 1\nname: West\n',
    'west/people.yaml': person('west.one') + shared('west'),
    'west/risks.yaml': risk('west.one') + second,
    'all.code-workspace': JSON.stringify({ folders: [{ path: 'east' }, { path: 'west' }] }),
  });
  return path.join(folder, 'all.code-workspace');
}

/** Forty thousand entities, which are no project as long as there is no manifest. */
export async function manyRegisters(folder: string): Promise<void> {
  const files = [...generate(40_000).files].filter(([file]) => file !== 'landfall.yaml');
  await write(folder, Object.fromEntries(files));
}

/** YAML, but no project. */
export async function emptyFolder(folder: string): Promise<void> {
  await write(folder, { 'docker-compose.yaml': 'services:\n  web: {}\n', 'notes.md': '# Notes\n\n[[R-001]]\n' });
}

const otherAnswers = `const vscode = require('vscode');
const said = 'from the other';
const whole = new vscode.Range(0, 0, 1, 0);
exports.activate = ({ subscriptions }) => subscriptions.push(
  vscode.languages.registerCompletionItemProvider('yaml', { provideCompletionItems: () => [new vscode.CompletionItem(said)] }),
  vscode.languages.registerHoverProvider('yaml', { provideHover: () => new vscode.Hover(said) }),
  vscode.languages.registerDefinitionProvider('yaml', { provideDefinition: () => undefined }),
  vscode.languages.registerFoldingRangeProvider('yaml', { provideFoldingRanges: () => [new vscode.FoldingRange(0, 3)] }),
  vscode.languages.registerDocumentSymbolProvider('yaml', {
    provideDocumentSymbols: () => [new vscode.DocumentSymbol(said, '', vscode.SymbolKind.File, whole, whole)],
  }),
);
`;

/** The tiny project with broken YAML in it, and an extension that answers to the name of Red Hat's for YAML. */
export async function besideYaml(folder: string): Promise<void> {
  await tinyProject(folder);
  await write(folder, {
    'broken.yaml':
      'kind: risks\nitems:\n  - id: R-009\n    title: Twice\n    title: Twice\n    probability: 9\n    impact: 1\n    status: open\n',
  });
  const validate = { 'yaml.validate': { type: 'boolean', default: true } };
  const manifest = {
    name: 'vscode-yaml',
    publisher: 'redhat',
    version: '1.0.0',
    engines: { vscode: '^1.105.0' },
    main: './main.js',
    activationEvents: ['onLanguage:yaml'],
    contributes: { configuration: { title: 'YAML', properties: validate } },
  };
  await write(path.join(folder, '..', 'extensions', 'redhat.vscode-yaml-1.0.0'), {
    'package.json': JSON.stringify(manifest),
    'main.js': otherAnswers,
  });
}
