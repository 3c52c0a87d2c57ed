// The Gantt chart as a panel: works out the plan for its page, tells why dates are what they are, moves tasks by text edits
// and tells what follows, and writes exports. It follows what is typed.
import * as vscode from 'vscode';
import { type Message, say } from '../core/messages/message';
import { ganttLegend, ganttRefusal, rowWords } from '../core/render/gantt';
import { type Gantt, gantt } from '../core/views/gantt';
import { type GanttQuery, wholeGantt } from '../core/views/gantt-query';
import { type WhyLine, nameOf, whyDate } from '../core/views/why-date';
import { lockOf, type Shift } from '../core/features/move-task';
import { each, type Work } from '../core/base/work';
import type { World } from '../core/project/world';
import { planning } from '../core/schedule/plan';
import {
  type FromGantt,
  ganttShared,
  type GanttState,
  ganttWords,
  type Hold,
  readFromGantt,
  readGanttState,
  type ToGantt,
} from '../webview/protocol/gantt';
import { entityBy, revealBeside, showBeside } from './beside';
import { panelTypes } from './contributions';
import type { Editor } from './editor';
import type { ProjectFolder } from './folder';
import { following } from './following';
import { ganttExport, pixelsExport } from './gantt-export';
import { ganttMoves } from './gantt-moves';
import { type PanelPage, type Panels, panels, type RunningPanel } from './panel';
import { inStretches } from './stretches';

export type GanttPanel = Panels<GanttState>;

export const ganttPanel = (editor: Editor): GanttPanel =>
  panels<FromGantt, ToGantt, GanttState>(editor, {
    type: panelTypes.gantt,
    name: 'gantt',
    title: () => editor.tell(say('gantt-panel.chart')),
    words: {
      ...Object.fromEntries(ganttShared.map((word) => [word, editor.tell(say(`gantt.${word}`))])),
      ...Object.fromEntries(ganttWords.map((word) => [word, editor.tell(say(`gantt-panel.${word}`))])),
    },
    read: readFromGantt,
    restore: readGanttState,
    data: ({ root }) => ({ root }),
    // What it draws itself on the way to pixels.
    pictures: 'blob:',
    run: (page, state) => run(editor, page, state),
  });

/** What a panel shows when it is opened. */
export const firstGantt = (folder: ProjectFolder): GanttState => ({ root: folder.root, query: wholeGantt });

function run(editor: Editor, page: PanelPage<ToGantt>, state: GanttState): RunningPanel<FromGantt> {
  const { projects, language, tell, log } = editor;
  let { query } = state;
  let explained = 0;
  let found: Gantt | undefined;
  let lines: readonly WhyLine[] = [];
  const moves = ganttMoves(editor, page);

  async function refresh(folder: ProjectFolder, dropped: () => boolean): Promise<void> {
    const started = performance.now();
    const { world } = await folder.session.settled();
    const shown = await inStretches(snapshot(world, query), dropped);
    if (!shown || dropped()) return;
    found = shown.chart;
    page.post({ ...shown, query });
    log.info(`gantt: ${found.rows.length} rows in ${Math.round(performance.now() - started)} ms`);
  }

  function* snapshot(world: World, asked: GanttQuery): Work<Omit<Extract<ToGantt, { type: 'show' }>, 'query'>> {
    const chart = yield* gantt(world, asked, language);
    const plan = yield* planning(world);
    const byKey = new Map(plan.tasks.map((one) => [`${one.task.kind.name}/${one.task.id}`, one]));
    const holds = yield* each(chart.rows, ({ key }): Hold => {
      const planned = byKey.get(key);
      if (!planned) return 'fixed';
      if (!lockOf(planned, { how: 'move' }, world)) return 'free';
      return lockOf(planned, { how: 'resize' }, world) ? 'fixed' : 'resize';
    });
    const labels = yield* each(chart.rows, (row) => rowWords(row, language));
    const empty = chart.rows.length ? '' : tell(say('gantt.empty'));
    return { type: 'show', chart, legend: ganttLegend(chart, language), labels, holds, empty };
  }

  async function choose({ key, reveal }: Extract<FromGantt, { type: 'choose' }>): Promise<void> {
    const folder = follow.folder();
    const now = ++explained;
    if (!folder) return;
    const { world } = await folder.session.settled();
    const plan = await inStretches(planning(world), () => now !== explained);
    const entity = entityBy(folder, key);
    if (!entity || now !== explained) return;
    const planned = plan?.of(entity);
    lines = plan && planned ? whyDate(world, plan, planned, language) : [];
    const steps = lines.map(({ text, depth, place }) => ({ text, depth, leads: place !== undefined }));
    page.post({ type: 'why', key, title: nameOf(entity), steps });
    if (reveal) await revealBeside(folder, entity);
  }

  async function change(key: string, shift: Shift): Promise<void> {
    const folder = follow.folder();
    if (folder) await moves.move(folder, key, shift);
  }

  function refused(why: Message): void {
    page.post({ type: 'refused', why: tell(why) });
  }

  async function exported(format: Extract<FromGantt, { type: 'export' }>['format']): Promise<void> {
    if (!found) return;
    const why = ganttRefusal(found, query.zoom);
    if (why) return void vscode.window.showWarningMessage(tell(why));
    const svg = await ganttExport(editor, state.root, found, query.zoom, format);
    if (svg !== undefined) page.post({ type: 'picture', svg });
  }

  const follow = following(projects, page, state.root, refresh);

  return {
    hear: async (message) => {
      switch (message.type) {
        case 'ready':
          return follow.ready();
        case 'drawn':
          return log.info(`gantt: drawn ${Math.round(message.ms)} ms after its page began`);
        case 'ask': {
          const same = message.query.by === query.by;
          query = message.query;
          // Zooming changes nothing of what is shown.
          return same ? undefined : follow.refresh();
        }
        case 'choose':
          return choose(message);
        case 'move':
          return change(message.key, { how: message.how, to: message.to });
        case 'step':
          return change(message.key, { how: message.how, by: message.later ? 1 : -1 });
        case 'undo':
          return moves.undo();
        case 'open-step': {
          const [folder, place] = [follow.folder(), lines[message.step]?.place];
          return folder && place && showBeside(folder, place, false);
        }
        case 'export':
          return exported(message.format);
        case 'pixels':
          return pixelsExport(editor, state.root, message.bytes);
        case 'too-large':
          return refused(say('gantt.no-pixels'));
      }
    },
    shown: () => follow.shown(),
    dispose: () => follow.dispose(),
  };
}
