import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkerNames } from '../../src/ports/external-checkers.ts';
import { ruleOf } from '../../src/rules/registry.ts';
import { root } from '../root.ts';

/** A message of another checker, as `docs/checker-messages.tsv` has it. */
export interface CheckerMessage {
  readonly program: string;
  readonly message: string;
  /** The rules of which one answers it; none where it is left out on purpose. */
  readonly rules: readonly string[];
  readonly note: string;
}

/** All messages of the table, in its order. */
export function checkerMessages(): readonly CheckerMessage[] {
  const [, ...lines] = readFileSync(join(root, 'docs/checker-messages.tsv'), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [program = '', message = '', rules = '', note = ''] = line.split('\t');
      return { program, message, rules: rules === '-' ? [] : rules.split('|'), note };
    });
}

/** src/features/second-opinion/messages.ts: those of the programs that the editor can run, with the rules that say the same here. */
export function checkerTable(): string {
  const rows = checkerMessages()
    .filter(({ program }) => checkerNames.some((name) => name === program))
    .map(({ program, message, rules }) => ({ program, message, rules: rules.filter((id) => ruleOf(id)) }))
    .filter(({ rules }) => rules.length > 0)
    .map((row) => `  [${[row.program, row.message, row.rules.join(' ')].map(quoted).join(', ')}],\n`);
  return `// npm run generate writes this file from docs/checker-messages.tsv.
// biome-ignore-all format: a line a message

/** What checkers say, with the rules of which one says it here: program, message, ids. */
export const CHECKER_MESSAGES: readonly (readonly [program: string, message: string, rules: string])[] = [
${rows.join('')}];
`;
}

function quoted(text: string): string {
  return text.includes("'") ? `"${text.replaceAll('"', '\\"')}"` : `'${text}'`;
}

/** docs/checkers.md: what other checkers say, beside the rule that says it here, or the reason why none does. */
export function checkersPage(): string {
  const messages = checkerMessages();
  const answered = messages.filter(({ rules }) => rules.some((id) => ruleOf(id)));
  const leftOut = messages.filter(({ rules }) => rules.length === 0);
  const open = messages.length - answered.length - leftOut.length;
  const programs = [...new Set(messages.map(({ program }) => program))];
  return `# What other checkers say

${messages.length} messages of other programs: ${answered.length} are said here, by the rule beside them; ${leftOut.length} are left out on purpose, with the
reason${open === 0 ? '' : `; ${open} have no rule yet`}. Limits of those programs, such as types that validns does not know, are no faults of a zone and do
not stand here. \`test/oracle/checkers.program.test.ts\` runs those that Debian has on faulty zones and compares.

## A second opinion

In VS Code on the desktop \`zonewright.externalCheckers\` names those of named-checkzone, nsd-checkzone and kzonecheck that are asked
whenever a zone is saved, or a file that it includes:

\`\`\`json
{ "zonewright.externalCheckers": ["named-checkzone", "nsd-checkzone"] }
\`\`\`

What they say and Zonewright does not stands among the problems with the program as its source, at the line where it names one, at the owner's
first record where it names that, and else at the SOA. It is left out where a rule says the same by the tables below, also where the settings switch
that rule off or a comment silences it, and where an error is found at the same record.

The programs see the texts as they are in the editor, saved or not, in a temporary folder with all that the zone includes; a path in
\`$INCLUDE\` leads to the text beside it, and nowhere where Zonewright does not find the file. They are found on PATH and in
/usr/sbin, never in the workspace, and run without a shell, without the editor's variables, for 30 seconds at most; the notice that comes
after a moment stops them. Nothing is run in workspaces that are not trusted, and none asks the network. The setting counts only from the
editor's own settings, not from \`zonewright.json\`.

<!-- npm run generate writes this page from docs/checker-messages.tsv. -->

${programs
  .map((program) =>
    section(
      program,
      messages.filter((one) => one.program === program),
    ),
  )
  .join('\n')}`;
}

function section(program: string, messages: readonly CheckerMessage[]): string {
  const rows = messages.map((one) => `| ${cell(one.message)} | ${ruleLinks(one)} | ${cell(one.note)} |`);
  return `## ${program}

| message | rule | note |
|---|---|---|
${rows.join('\n')}
`;
}

function ruleLinks({ rules }: CheckerMessage): string {
  if (rules.length === 0) return 'left out';
  const known = rules.filter((id) => ruleOf(id));
  return known.length === 0 ? 'none yet' : known.map((id) => `[${id}](rules/${id}.md)`).join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;');
}
