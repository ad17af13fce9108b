import { readFileSync } from 'node:fs';
import { typeCode, typeStatus } from '../../src/dns/types.ts';
import { checkRdata } from '../../src/syntax/rdata/rdata.ts';
import type { Token } from '../../src/syntax/token.ts';

/** A valid record from its type on: the words as written, quotation marks kept. */
export type Sample = readonly string[];

/** Types that stand at most once at a name, or not at every name. */
const SPECIAL = new Set(['SOA', 'CNAME', 'DNAME', 'NS', 'DS', 'NXT', 'NSEC', 'KEYDATA', 'TYPE1', 'CDS', 'CDNSKEY']);

/** Rdata of every type that a zone may hold, as BIND accepts it. */
export function readSamples(): Sample[] {
  const url = new URL('../syntax/rdata/rdata.records.txt', import.meta.url);
  return readFileSync(url, 'utf8')
    .split('\n')
    .map(wordsOfLine)
    .filter((words) => {
      const [type = ''] = words;
      const code = typeCode(type);
      if (code === undefined || typeStatus(code) !== 'data' || SPECIAL.has(type)) return false;
      if (words.some((word) => /^[^"]*(?<!\\)[;()]/.test(word))) return false;
      return words.length < 40 && checkRdata(code, words.slice(1).map(token), 1000).length === 0;
    });
}

function wordsOfLine(line: string): string[] {
  return line.match(/"(?:[^"\\]|\\.)*"|(?:[^\s"\\]|\\.)+(?:="(?:[^"\\]|\\.)*")?/g) ?? [];
}

function token(word: string, index: number): Token {
  const quoted = word.startsWith('"');
  return { text: quoted ? word.slice(1, -1) : word, start: index, end: index + 1, quoted };
}
