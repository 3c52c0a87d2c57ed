// The Gantt chart as files: what a picture or a page is made of here, and the pixels that its page drew.
import { type Message, say } from '../core/messages/message';
import { ganttHtml } from '../core/render/gantt-html';
import { ganttSvg } from '../core/render/gantt-svg';
import type { Gantt } from '../core/views/gantt';
import type { Zoom } from '../core/views/gantt-query';
import type { GanttFormat } from '../webview/protocol/gantt';
import type { Editor } from './editor';
import { saveExport } from './save-export';

const saved = (file: string): Message => say('gantt.saved', { file });

/** Writes a picture or a page; for pixels, answers with the picture that the page is to draw. */
export async function ganttExport(
  editor: Editor,
  root: string,
  chart: Gantt,
  zoom: Zoom,
  format: GanttFormat,
): Promise<string | undefined> {
  const { language } = editor;
  if (format === 'png') return ganttSvg(chart, zoom, language, { light: true });
  const write = format === 'svg' ? ganttSvg : ganttHtml;
  await saveExport(editor, root, {
    title: say('gantt.save'),
    file: `gantt.${format}`,
    kind: format.toUpperCase(),
    saved,
    content: () => write(chart, zoom, language),
  });
  return undefined;
}

export const pixelsExport = (editor: Editor, root: string, bytes: Uint8Array): Promise<void> =>
  saveExport(editor, root, { title: say('gantt.save'), file: 'gantt.png', kind: 'PNG', saved, content: () => bytes });
