import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../../src/rules/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { fixTitles } from '../../test/support/check.ts';
import { parseFixture } from '../../test/support/fixture.ts';
import { Workbench } from '../../test/support/workbench.ts';
import { root } from '../root.ts';
import { byFamily, type Family } from './families.ts';

/** docs/rules/README.md: all rules by family, with a link to the page of each. */
export function ruleIndex(): string {
  const families = byFamily(registry);
  return `# Rules

All ${registry.length} rules. Each has a page: what it reports, why it matters, an example, and what to do. The severity is the one
that holds where \`zonewright.rules.<id>\` sets no other. Where a rule has a fix, the editor offers it at the finding, and
\`zonewright fix --rule <id>\` makes it; it may be refused, and says why. \`zonewright explain <id>\` prints a rule's page.
The comment \`; zonewright-disable-line <id> -- reason\` silences a rule in one line.

<!-- npm run generate writes this page. -->

${families.map(({ name, title }) => `- [${title}](#${name})`).join('\n')}

${families.map(section).join('\n')}`;
}

function section({ name, title, rules }: Family<Rule>): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${cell(rule.summary)} | ${isFixable(rule) ? 'yes' : ''} |`,
  );
  return `## <a id="${name}"></a>${title}

| rule | severity | what it reports | fix |
|---|---|---|---|
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Fixed by the reader of the text, and no example can show it: those in pages end with a line end. */
const FIXED_UNSHOWN = 'syntax-final-newline';

/** Whether a fix is known: the rule's own, or one that the reader of the text offers in the example of the rule's page. */
function isFixable(rule: Rule): boolean {
  return rule.fixes !== undefined || 'fixesOfText' in rule || rule.id === FIXED_UNSHOWN || offersFix(rule);
}

const EXAMPLE = /^```dns-zone\n(;- [\s\S]*?)^```$/gm;

function offersFix({ id, severity }: Rule): boolean {
  const page = readFileSync(join(root, 'docs', 'rules', `${id}.md`), 'utf8');
  const rules = severity === 'off' ? { [id]: 'information' as const } : {};
  return [...page.matchAll(EXAMPLE)].some(([, example = '']) => {
    const workbench = new Workbench(parseFixture(`${example};< error ${id}: `), { rules });
    return fixTitles(workbench, id).length > 0;
  });
}
