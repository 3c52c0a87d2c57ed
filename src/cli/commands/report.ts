// `landfall report gantt`: the plan as a picture or a page, the same that the panel shows and exports.
import { nearest } from '../../core/base/text';
import { finish } from '../../core/base/work';
import { say } from '../../core/messages/message';
import { ganttRefusal } from '../../core/render/gantt';
import { ganttHtml } from '../../core/render/gantt-html';
import { ganttSvg } from '../../core/render/gantt-svg';
import { gantt } from '../../core/views/gantt';
import { ganttGroupings, wholeGantt, zooms } from '../../core/views/gantt-query';
import { type Call, type Command, type Exit, WrongCall } from '../call';
import { directory, format, noCache } from '../options';
import { worldWithPast } from '../states';

const reports: Readonly<Record<string, (call: Call) => Promise<Exit>>> = { gantt: printGantt };
const names = Object.keys(reports);

export const report: Command = {
  name: 'report',
  words: ['REPORT'],
  summary: say('report.summary'),
  about: say('report.about'),
  options: [
    directory,
    format(['svg', 'html']),
    { name: 'zoom', value: 'ZOOM', choices: zooms, fallback: wholeGantt.zoom, help: say('report.zoom') },
    { name: 'group', value: 'GROUP', choices: ganttGroupings, fallback: wholeGantt.by, help: say('report.group') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    noCache,
  ],
  run: (call) => {
    const given = call.words[0] ?? '';
    const print = Object.hasOwn(reports, given) ? reports[given] : undefined;
    if (print) return print(call);
    const near = nearest(given, names);
    throw new WrongCall(
      near === undefined
        ? say('report.unknown', { given, allowed: names })
        : say('report.unknown-near', { given, near }),
    );
  },
};

async function printGantt(call: Call): Promise<Exit> {
  const world = await worldWithPast(call);
  const zoom = zooms.find((one) => one === call.option('zoom')) ?? wholeGantt.zoom;
  const by = ganttGroupings.find((one) => one === call.option('group')) ?? wholeGantt.by;
  const chart = finish(gantt(world, { zoom, by }, call.language));
  const why = ganttRefusal(chart, zoom);
  if (why) throw new WrongCall(why);
  call.write((call.option('format') === 'html' ? ganttHtml : ganttSvg)(chart, zoom, call.language));
  return 0;
}
