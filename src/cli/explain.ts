import { registry, ruleOf } from '../rules/registry.ts';
import { type CommandRow, usage } from './arguments.ts';
import { noSuchRule } from './no-such-rule.ts';
import { sayProblem } from './say.ts';
import { EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

/** What `explain` is asked. */
export interface ExplainCommand {
  readonly kind: 'explain';
  /** Undefined for all rules. */
  readonly rule: string | undefined;
}

/** The command `explain`. */
export const explainRow: CommandRow<ExplainCommand> = {
  name: 'explain',
  operands: '[RULE]',
  about: 'Prints the page of a rule, or lists all rules.',
  options: [],
  exit: '',
  read: ({ paths: [rule, extra] }) =>
    extra === undefined ? { kind: 'explain', rule } : usage('explain takes one rule'),
  run: ({ rule }, around) => explain(rule, around),
};

/** `zonewright explain`: the page of a rule; without one, all rules. */
export async function explain(rule: string | undefined, around: Surroundings): Promise<number> {
  if (rule === undefined) {
    await around.print(ruleList());
    return EXIT_FINE;
  }
  const page = /^[a-z0-9-]+$/.test(rule) ? await around.rulePage(rule) : undefined;
  const summary = ruleOf(rule)?.summary;
  if (page === undefined && summary === undefined) {
    sayProblem(`${noSuchRule(rule)}; zonewright explain lists all`, around);
    return EXIT_TROUBLE;
  }
  await around.print(page ?? `# ${rule}\n\n${summary}\n`);
  return EXIT_FINE;
}

/** A line for each rule, in the order of the ids. */
function ruleList(): string {
  const rules = [...registry].sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}
