import { readFileSync } from 'node:fs';
import zonefile from 'dns-zonefile';

/**
 * Prints, as JSON, the seconds that dns-zonefile takes to parse a text that is in memory already, and how many records it
 * made of it: `npx tsx bench/dns-zonefile.ts FILE`.
 */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
const start = performance.now();
const zone = zonefile.parse(text);
const seconds = (performance.now() - start) / 1000;
const lists = Object.values(zone).filter(Array.isArray);
console.log(JSON.stringify({ seconds, records: lists.reduce((sum, { length }) => sum + length, zone.soa ? 1 : 0) }));
