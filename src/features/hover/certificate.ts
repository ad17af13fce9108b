import { shownName } from '../../dns/shown-name.ts';
import { TYPE_CAA, TYPE_TLSA } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { numbersOf } from '../completion/certificates.ts';
import { caaTags, fieldNumbers } from '../completion/record-words.ts';
import type { FeatureContext } from '../context.ts';
import type { Row } from '../row.ts';
import { code } from './code.ts';

/** What a number, or another word with a meaning, stands for in its field. */
export function explainWord(row: Row, fieldName: string, text: string): string[] {
  const words = row.typeCode === TYPE_CAA && fieldName === 'tag' ? caaTags : numbersOf(row.typeCode, fieldName);
  const word = words?.words.find((one) => one.word === text.toLowerCase());
  return word
    ? [`${code(text)}: ${translated(word.detail)}${word.about === undefined ? '' : `. ${translated(word.about)}`}`]
    : [];
}

/** A TLSA record in words: of which service, what the server must show, and how it is compared (RFC 6698). */
export function explainTlsa({ engine }: FeatureContext, row: Row): string[] {
  if (row.typeCode !== TYPE_TLSA || row.rdata.length < 3) return [];
  const parts = ['usage', 'selector', 'matching type'].map((field, index) => {
    const text = row.rdata[index]?.text ?? '';
    const word = fieldNumbers.get(`TLSA ${field}`)?.words.find((one) => one.word === text);
    return word && translated(word.detail);
  });
  if (parts.some((part) => part === undefined)) return [];
  const [usage, selector, matching] = parts;
  const { names } = engine.store;
  const port = row.ownerName < 0 ? null : /^_(\d+)\._(tcp|udp|sctp)\.(.*)$/.exec(shownName(names, row.ownerName));
  const service = port ? phrase`${(port[2] ?? '').toUpperCase()} port ${port[1]} of ${code(port[3] ?? '')}: ` : '';
  return [phrase`${service}${usage}; compared is ${selector}, by ${matching}`];
}
