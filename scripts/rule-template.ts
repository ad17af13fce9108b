import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What stands in a new rule's files where something is to be written; a test finds what is left of it. */
export const TO_BE_WRITTEN = '(to be written)';

/** A rule that is to be: the folder below src/rules, and the id. */
export interface NewRule {
  readonly family: string;
  readonly id: string;
}

/** Folders below src/rules that hold no rules. */
const NO_FAMILIES = new Set(['engine', 'facts', 'fixes']);

/** Why there can be no such rule in a checkout; undefined where there can. */
export function whyNotNew(root: string, { family, id }: NewRule): string | undefined {
  if (!/^[a-z]+$/.test(family) || NO_FAMILIES.has(family))
    return `"${family}" is no family of rules: it is a folder below src/rules, one word, such as mail`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    return `"${id}" is no rule id: it names the fault in small letters with hyphens, and reads after "allow", such as cname-loop`;
  const registry = readFileSync(join(root, 'src/rules/registry.ts'), 'utf8');
  if (existsSync(join(root, `docs/rules/${id}.md`)) || registry.includes(`/${id}.ts'`))
    return `there is a rule ${id} already: see docs/rules/${id}.md`;
  return undefined;
}

/** Writes the files of a new rule into a checkout, and its line into the registry; gives the paths that changed. */
export function writeNewRule(root: string, rule: NewRule): readonly string[] {
  const { family, id } = rule;
  const files = new Map([
    [`src/rules/${family}/${id}.ts`, ruleText(rule)],
    [`docs/rules/${id}.md`, pageText(rule)],
    [`test/rules/${family}/${id}.test.ts`, testText(rule)],
    ['src/rules/registry.ts', registryText(readFileSync(join(root, 'src/rules/registry.ts'), 'utf8'), rule)],
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...files.keys()];
}

/** The registry with a line for the rule at its end, and its import where the order of the paths has it. */
export function registryText(registry: string, { family, id }: NewRule): string {
  const path = `./${family}/${id}`;
  const line = `import { ${constantOf(id)} } from '${path}.ts';`;
  const lines = registry.split('\n');
  const pathOf = (text: string): string => /from '(.*)\.ts';$/.exec(text)?.[1] ?? '';
  const imports = lines.filter((one) => one.startsWith('import '));
  const next = imports.find((one) => pathOf(one) > path);
  const at = next === undefined ? lines.indexOf(imports.at(-1) ?? '') + 1 : lines.indexOf(next);
  lines.splice(at, 0, line);
  const end = lines.indexOf(
    '];',
    lines.findIndex((one) => one.startsWith('export const registry')),
  );
  lines.splice(end, 0, `  ${constantOf(id)},`);
  return lines.join('\n');
}

function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const SUMMARY = `${TO_BE_WRITTEN} What it reports, in one line`;
const TITLE = (id: string): string => `Delete the TXT record of ${id}.example.com from example.com`;

function messageOf(id: string): string {
  return `${TO_BE_WRITTEN} ${id}.example.com: what is wrong, why it matters, what to do`;
}

function ruleText({ id }: NewRule): string {
  return `import { TYPE_TXT } from '../../dns/type-codes.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** ${TO_BE_WRITTEN} What it finds, and the section of the RFC that says so. */
export const ${constantOf(id)} = defineRule({
  id: '${id}',
  // What is looked at: a name, an address, a zone's apex, or a whole zone (see rule.ts).
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: '${SUMMARY}',
  check(name, records, ctx, report) {
    for (const record of records) {
      // ${TO_BE_WRITTEN} What is wrong with a record. Unknown is silent; what an earlier rule claims is said already.
      if (record.type !== TYPE_TXT || ctx.isClaimed(record.id)) continue;
      if (ctx.store.names.labelText(name) !== '${id}') continue;
      report({
        at: record.at('owner'),
        message: \`${TO_BE_WRITTEN} \${shown(ctx, name)}: what is wrong, why it matters, what to do\`,
        claims: [record],
      });
    }
  },
  // ${TO_BE_WRITTEN} The fix changes exactly what its title says. Without a fix this goes, and the tests of it.
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, rows } = subject;
    if (!record || record.generated) return [];
    const title = \`Delete the TXT record of \${shown(ctx, record.owner)} from \${shown(ctx, record.zone?.apex ?? 0)}\`;
    return [subject.fix(title, deleteRecords(rows, [record]))];
  },
});
`;
}

function pageText({ id }: NewRule): string {
  return `# ${id}

Warning: ${SUMMARY}.

${TO_BE_WRITTEN} What stands in the file, and what servers and clients make of it.

## Why it matters

${TO_BE_WRITTEN} What goes wrong, for whom, and how they notice.

## Example

\`\`\`dns-zone
;- example.com.zone
${id} 3600 IN TXT "example"
;<${'-'.repeat(id.length)} warning ${id}: ${messageOf(id)}
\`\`\`

## Fix

${TO_BE_WRITTEN} What the fix changes, and when it is refused. Without one: what to do by hand.

## Settings

\`zonewright.rules.${id}\` sets the severity: \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`. A comment \`; zonewright-disable-line ${id} -- reason\` silences one line.

## References

- ${TO_BE_WRITTEN} RFC 1035 section 3.3
`;
}

function testText({ id }: NewRule): string {
  const mark = `;<${'-'.repeat(id.length)} warning ${id}: ${messageOf(id)}`;
  const title = TITLE(id);
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('${TO_BE_WRITTEN} what is found', () => {
  check(\`
;- example.com.zone
${id} 3600 IN TXT "example"
${mark}
\`);
});

test('${TO_BE_WRITTEN} what looks like it and is right', () => {
  check(\`
;- example.com.zone
www 3600 IN TXT "example"
\`);
});

// ${TO_BE_WRITTEN} A rule about a pair is shown at both sides: mark the other one in parentheses.
test('${TO_BE_WRITTEN} in an included file', () => {
  check(\`
;- example.com.zone
$INCLUDE part
;- part
${id} 3600 IN TXT "example"
${mark}
\`);
});

test('${TO_BE_WRITTEN} the fix', () => {
  checkFix(
    \`
;- example.com.zone
${id} 3600 IN TXT "example"
${mark}
www 3600 IN TXT "example"
\`,
    '${title}',
    \`
;- example.com.zone
www 3600 IN TXT "example"
\`,
  );
});

test('${TO_BE_WRITTEN} the fix is refused where it can not be made', () => {
  const workbench = check(\`
;- example.com.zone secondary
${id} 3600 IN TXT "example"
${mark}
\`);
  assert.deepEqual(fixTitles(workbench), [
    '${title} (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
`;
}
