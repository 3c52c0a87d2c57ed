// `landfall explain CODE`: the page of a rule, or a metric with the arithmetic written out.
import { nearest } from '../../core/base/text';
import { say } from '../../core/messages/message';
import { metricExplained } from '../../core/render/metrics';
import { metricView } from '../../core/views/metrics';
import { catalog } from '../../core/rules/catalog';
import { rulePage } from '../../node/rule-pages';
import { type Call, type Command, WrongCall } from '../call';
import { theRoot } from '../folders';
import { openWithPast } from '../states';
import { checkFilter, metricNamed } from '../naming-metrics';
import { directory } from '../options';
import { inkOf } from '../output';

export const explain: Command = {
  name: 'explain',
  words: ['CODE'],
  summary: say('cli.explain'),
  about: say('cli.explain-about'),
  options: [directory],
  run: async (call) => {
    const given = call.words[0] ?? '';
    if (/^[a-z]/.test(given) && !/^lf\d/.test(given)) return explainMetric(call, given);
    const codes = catalog.map((rule) => rule.code);
    // `101` and `lf101` are plain enough.
    const asked = given.toUpperCase().replace(/^(?:LF)?(?=\d{3}$)/, 'LF');
    const code = codes.find((one) => one === asked);
    const page = code && (await rulePage(code, call.language));
    if (page === undefined) {
      const near = nearest(asked, codes);
      throw new WrongCall(
        near === undefined ? say('cli.unknown-rule', { given, codes }) : say('cli.unknown-rule-near', { given, near }),
      );
    }
    call.write(`${page.trimEnd()}\n`);
    return 0;
  },
};

async function explainMetric(call: Call, given: string): Promise<0> {
  const { metric, filter } = metricNamed(given);
  const world = await openWithPast(call, await theRoot(call));
  checkFilter(world.project, filter);
  call.write(metricExplained(metricView(world, metric, filter), call.language, inkOf(call)));
  return 0;
}
