// npm run new-rule -- FAMILY ID: writes a rule, its page, its test and its line in the registry, ready to be filled.
import { root } from './root.ts';
import { TO_BE_WRITTEN, whyNotNew, writeNewRule } from './rule-template.ts';

const [family, id, ...others] = process.argv.slice(2);
if (family === undefined || id === undefined || others.length > 0) {
  console.error('usage: npm run new-rule -- FAMILY ID, such as npm run new-rule -- mail mx-localhost');
  process.exit(2);
}
const why = whyNotNew(root, { family, id });
if (why !== undefined) {
  console.error(`new-rule: ${why}`);
  process.exit(1);
}
for (const path of writeNewRule(root, { family, id })) console.log(`wrote ${path}`);
console.log(`
Now:
 1. Write what is marked "${TO_BE_WRITTEN}" in the rule, the test and the page.
 2. Move its line in src/rules/registry.ts to where its precedence is.
 3. UPDATE=${id} npx tsx --test test/rules/${family}/${id}.test.ts test/rules/pages.test.ts
    writes the marks, the titles of fixes and the texts after them; read what it says it changed.
 4. npm run generate writes the settings, their schema and the index of rules.
 5. A line in CHANGELOG.md, in a user's words.
 6. npm test -- lint unit`);
