// `landfall explain CODE`: the page of a rule.
import { nearest } from '../../core/base/text';
import { say } from '../../core/messages/message';
import { catalog } from '../../core/rules/catalog';
import { rulePage } from '../../node/rule-pages';
import { type Command, WrongCall } from '../call';

export const explain: Command = {
  name: 'explain',
  words: ['CODE'],
  summary: say('cli.explain'),
  about: say('cli.explain-about'),
  options: [],
  run: async (call) => {
    const given = call.words[0] ?? '';
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
