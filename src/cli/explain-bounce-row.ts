import { type CommandRow, usage } from './arguments.ts';
import { ASKING, readAsking } from './asking-options.ts';
import type { ExplainBounceCommand } from './explain-bounce.ts';
import { TEXT_OR_JSON, textOrJson } from './options.ts';

/** `zonewright explain-bounce`. What reads rejections is loaded where it is asked for. */
export const explainBounceRow: CommandRow<ExplainBounceCommand> = {
  name: 'explain-bounce',
  operands: '[FILE|-]',
  about: `Says what a mail rejection claims of the sender's reverse DNS, and what the zones around the working directory
say of it. FILE is a bounce, lines of a log, a reply; without it, standard input is read. Nothing is sent but the DNS
questions of --live.`,
  options: [
    TEXT_OR_JSON,
    { name: 'live', about: 'asks the DNS for the addresses and HELO names that the rejection is about' },
    ...ASKING,
  ],
  exit: '0 explained, also where the text tells of no rejection, 2 wrong usage, or the file could not be read or is no text',
  read: (words) => {
    const [file = '-', extra] = words.paths;
    if (extra !== undefined) return usage('explain-bounce takes one file');
    const asking = readAsking(words);
    if ('kind' in asking) return asking;
    const live = words.has('live');
    const only = ASKING.find(({ name }) => words.has(name));
    if (only && !live) return usage(`--${only.name} belongs to --live: without it nothing is asked`);
    return { kind: 'explain-bounce', format: words.oneOf('format', textOrJson), live, ...asking, file };
  },
  run: async (command, around) => (await import('./explain-bounce.ts')).explainBounce(command, around),
};
