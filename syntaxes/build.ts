// Writes the grammars beside it: npx tsx syntaxes/build.ts
import { writeFileSync } from 'node:fs';
import { markdownGrammar, zoneGrammar } from './grammar.ts';

write('dns-zone.tmLanguage.json', zoneGrammar());
write('markdown-dns-zone.injection.json', markdownGrammar());

function write(name: string, grammar: unknown): void {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(grammar, undefined, 2)}\n`);
}
