import { phrase } from '../../language/phrase.ts';
import type { Anchor } from '../../workspace/zone-record.ts';
import type { Related, RuleContext, Severity } from '../rule.ts';
import type { AddressCase } from './address-case.ts';
import type { MailNote } from './mail-note.ts';
import { pairedRecords, shown } from './pairing.ts';

const SHOWN_RECORDS = 3;

/**
 * The other side of a finding at a PTR that does not confirm its address: the names that have the address, and why
 * receivers look at it. It is put behind the rest of a report: to begin an object with another one's takes many times as long.
 */
export function forwardSide(
  address: AddressCase,
  note: MailNote,
  ctx: RuleContext,
): { severity?: Severity; related: readonly Related[]; counterpart?: Anchor; counterpartMessage?: string } {
  const records = pairedRecords(address, ctx);
  const related = records.slice(0, SHOWN_RECORDS).map((record) => ({
    at: record.at('rdata'),
    message: phrase`${shown(ctx, record.owner)} has ${address.text}`,
  }));
  return {
    related: [...related, ...note.related],
    ...(note.severity ? { severity: note.severity } : {}),
    ...(records[0]
      ? {
          counterpart: records[0].at('rdata'),
          counterpartMessage: phrase`The PTR record of ${address.text} does not confirm ${shown(ctx, records[0].owner)}`,
        }
      : {}),
  };
}
