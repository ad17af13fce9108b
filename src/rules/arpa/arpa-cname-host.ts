import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { noteWithoutPointer } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { whyNotPointer } from '../fixes/owner-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** An alias from a reverse name to a host: a PTR was meant. An alias to a name with a PTR is one of RFC 2317. */
export const arpaCnameHost = defineRule({
  id: 'arpa-cname-host',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_CNAME],
  summary: 'Reverse name is an alias of a host, where a PTR record is meant',
  owners: 'addresses',
  check(name, records, ctx, report) {
    for (const alias of records) {
      if (alias.type !== TYPE_CNAME || alias.data < 0 || !ctx.held.answers(alias)) continue;
      const { names } = ctx.store;
      if (names.isBelowOrAt(alias.data, names.arpa) || ctx.held.lookup(alias.data, TYPE_PTR).kind !== 'none') continue;
      const address = ctx.held.recordsAt(alias.data).find((record) => record.isAddress && ctx.held.answers(record));
      if (!address) continue;
      const note = noteWithoutPointer(name, ctx);
      report({
        at: alias.at('type'),
        message: phrase`${ctx.held.addressText(name)} is led to ${shown(ctx, alias.data)}, a host without PTR records: it takes a PTR record with that name${note.text}`,
        claims: [alias],
        related: [{ at: address.at('record'), message: phrase`${shown(ctx, alias.data)} is a host` }, ...note.related],
        ...(note.severity ? { severity: note.severity } : {}),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    if (!record || record.generated) return [];
    return [
      subject.fix(
        phrase`Change to PTR ${ctx.held.text(record.data)}`,
        whyNotPointer(record, ctx) ?? [replaceToken(record, record.words().type, 'PTR')],
        { preferred: true },
      ),
    ];
  },
});
