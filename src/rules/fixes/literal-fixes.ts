import { addressRecordType } from '../../dns/address-kind.ts';
import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';
import { retargetToNames } from './target-fixes.ts';

/** The names of the hosts that have the address of a finding (`data.address`), in the place of that address. */
export function retargetToHolders(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const text = finding.data?.address;
  const address = typeof text === 'string' ? ctx.store.names.reverse.keyOf(text) : NO_NAME;
  return address === NO_NAME ? [] : retargetToNames(finding, pointerCandidates(ctx, address), ctx);
}

/** An A or AAAA record in the place of an alias of an address, or of a PTR record to one. */
export function addressForTarget(finding: Finding, ctx: RuleContext): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record } = subject;
  const words = record?.words();
  const [target] = words?.rdata ?? [];
  if (!record || record.generated || !words || !target) return [];
  const address = target.text.replace(/\.$/, '');
  const type = addressRecordType(address);
  const isSmall = words.type.text === words.type.text.toLowerCase();
  const changes = [
    replaceToken(record, words.type, isSmall ? type.toLowerCase() : type),
    replaceToken(record, target, address),
  ];
  const title =
    record.type === TYPE_PTR ? phrase`Change to ${type} ${address}` : phrase`Change the alias to ${type} ${address}`;
  return [subject.fix(title, changes, { preferred: true })];
}
