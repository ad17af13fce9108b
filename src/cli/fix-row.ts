import { type CommandRow, type FixCommand, type OptionRow, usage } from './arguments.ts';
import { fix } from './fix.ts';
import { ruleProblem } from './no-such-rule.ts';
import { CONFIG } from './options.ts';

const RULE: OptionRow = {
  name: 'rule',
  value: 'ID',
  isRepeated: true,
  about: 'the first fix of each finding of this rule, also where it is not the only one that may be meant',
};

/** `zonewright fix`. */
export const fixRow: CommandRow<FixCommand> = {
  name: 'fix',
  operands: '[PATH...]',
  about: 'Makes the fixes that leave no choice, and adds missing PTR records; prints them as a unified diff.',
  options: [RULE, { name: 'write', about: 'writes the files; without it, a unified diff is printed' }, CONFIG],
  exit: '0 nothing left to write, 1 there is a diff, 2 wrong usage, or something could not be read',
  // Many programs write unless they are told not to.
  unknownOption: (name) =>
    name === 'dry-run' ? 'fix needs no --dry-run: without --write it only shows what it would change' : undefined,
  read: (words) => {
    if (words.paths.includes('-')) return usage('fix does not read standard input');
    const rules = words.all('rule');
    const problem = ruleProblem(rules);
    if (problem !== undefined) return usage(problem);
    return { kind: 'fix', write: words.has('write'), config: words.last('config'), rules, paths: words.paths };
  },
  run: fix,
};
