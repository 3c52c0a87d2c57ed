// `landfall money QUESTION`: the cost, fund and labour centres, broken down.
import { say } from '../../core/messages/message';
import { moneyCsv, moneyJson, moneyMarkdown, moneyText } from '../../core/render/money';
import { centres } from '../../core/views/money';
import { type Command, WrongCall } from '../call';
import { dayAsked, directory, format, noCache } from '../options';
import { inkOf, json } from '../output';
import { worldAsked } from '../states';

export const money: Command = {
  name: 'money',
  words: ['QUESTION'],
  summary: say('cli.money'),
  about: say('cli.money-about'),
  options: [
    directory,
    { name: 'by', value: 'WHAT', help: say('cli.option-by') },
    { name: 'on', value: 'DATE', help: say('cli.option-money-on') },
    { name: 'rev', value: 'REV', help: say('cli.option-metrics-rev') },
    format(['text', 'json', 'csv', 'markdown']),
    noCache,
  ],
  run: async (call) => {
    const given = call.words[0] ?? '';
    const centre = centres.get(given);
    if (!centre) throw new WrongCall(say('money.no-question', { given, allowed: [...centres.keys()] }));
    const by = call.option('by');
    if (by !== undefined && !centre.dimensions.includes(by))
      throw new WrongCall(say('money.no-dimension', { given: by, question: given, allowed: centre.dimensions }));
    const on = dayAsked(call);
    const world = await worldAsked(call);
    const answer = centre.ask(on === undefined ? world : { ...world, asOf: on }, by);
    const { language } = call;
    switch (call.option('format')) {
      case 'json':
        call.write(json(moneyJson(answer, language)));
        break;
      case 'csv':
        call.write(moneyCsv(answer, language));
        break;
      case 'markdown':
        call.write(moneyMarkdown(answer, language));
        break;
      default:
        call.write(moneyText(answer, language, inkOf(call), call.columns));
    }
    return 0;
  },
};
