import { readFileSync } from 'node:fs';
import zonefile from 'dns-zonefile';

/** Prints the seconds that dns-zonefile takes to parse a text that is in memory already: `npx tsx bench/dns-zonefile.ts FILE`. */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
const start = performance.now();
zonefile.parse(text);
console.log((performance.now() - start) / 1000);
