import { type CommandRow, usage } from './arguments.ts';
import type { ExplainBounceCommand } from './explain-bounce.ts';
import { TEXT_OR_JSON, textOrJson } from './options.ts';

/** `zonewright explain-bounce`. What reads rejections is loaded where it is asked for. */
export const explainBounceRow: CommandRow<ExplainBounceCommand> = {
  name: 'explain-bounce',
  operands: '[FILE|-]',
  about: `Says what a mail rejection claims of the sender's reverse DNS, and what the zones around the working directory
say of it. FILE is a bounce, lines of a log, a reply; without it, standard input is read. Nothing is sent.`,
  options: [TEXT_OR_JSON],
  exit: '0 explained, 2 wrong usage, or the file could not be read',
  read: (words) => {
    const [file = '-', extra] = words.paths;
    if (extra !== undefined) return usage('explain-bounce takes one file');
    return { kind: 'explain-bounce', format: words.oneOf('format', textOrJson), file };
  },
  run: async (command, around) => (await import('./explain-bounce.ts')).explainBounce(command, around),
};
