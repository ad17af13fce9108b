import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

/** An A or AAAA record in the place of an alias of an address. */
export function addressForAlias(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record } = subject;
  const words = record?.words();
  const [target] = words?.rdata ?? [];
  if (!record || record.generated || !words || !target) return [];
  const address = target.text.replace(/\.$/, '');
  const type = address.includes(':') ? 'AAAA' : 'A';
  const isSmall = words.type.text === words.type.text.toLowerCase();
  const changes = [
    replaceToken(record, words.type, isSmall ? type.toLowerCase() : type),
    replaceToken(record, target, address),
  ];
  return [subject.fix(phrase`Change the alias to ${type} ${address}`, changes, { preferred: true })];
}
