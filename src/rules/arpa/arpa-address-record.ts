import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { noteWithoutPointer } from '../facts/mail-note.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { whyNotPointer } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An address record at a whole reverse name: a PTR was meant. Netmasks may stand there (RFC 1101). */
export const arpaAddressRecord = defineRule({
  id: 'arpa-address-record',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_A, TYPE_AAAA],
  summary: 'Address record at a reverse name, where a PTR record is meant',
  owners: 'addresses',
  check(name, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (!record.isAddress || !zone || zone.apex === name || !isPaired(zone, ctx) || isNetmask(record, ctx)) continue;
      const note = noteWithoutPointer(name, ctx);
      report({
        at: record.at('type'),
        message: phrase`${shown(ctx, name)} is the reverse name of ${ctx.held.addressText(name)}: it takes a PTR record with the host's name, not an address${note.text}`,
        claims: [record],
        related: note.related,
        ...(note.severity ? { severity: note.severity } : {}),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const target = record?.words().rdata[0];
    if (!record || record.generated || !target) return [];
    const { names } = ctx.store;
    const taken = whyNotPointer(record, ctx);
    return pointerCandidates(ctx, record.owner)
      .filter((host) => !names.isBelowOrAt(host, names.arpa))
      .map((host) => ({ host, title: phrase`Change to PTR ${ctx.held.text(host)}` }))
      .map(({ host, title }) =>
        subject.fix(
          title,
          taken ?? [
            replaceToken(record, record.words().type, 'PTR'),
            replaceToken(record, target, ctx.held.text(host)),
          ],
        ),
      );
  },
});

function isNetmask(record: ZoneRecord, ctx: RuleContext): boolean {
  if (record.type !== TYPE_A || record.data < 0) return false;
  const rest = ~ctx.store.names.ip4Of(record.data) >>> 0;
  return rest < 0x1000000 && (rest & (rest + 1)) === 0;
}
