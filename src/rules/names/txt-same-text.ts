import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { canonicalRdata } from '../facts/canonical-rdata.ts';
import { shown } from '../facts/pairing.ts';
import { hasTwins } from '../facts/repeated-type.ts';
import { deleteDuplicate } from '../fixes/delete-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

/** Two TXT records that say the same, cut into strings in other ways: who joins the strings reads it twice. */
export const txtSameText = defineRule({
  id: 'txt-same-text',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_TXT],
  isAboutSeveral: true,
  wants: hasTwins,
  summary: 'Two TXT records have the same text in other strings',
  check(name, records, ctx, report) {
    const seen = new Map<string, { readonly record: ZoneRecord; readonly rdata: string }>();
    for (const record of records) {
      if (record.type !== TYPE_TXT || record.generated || ctx.isClaimed(record.id)) continue;
      const rdata = canonicalRdata(record, ctx);
      if (rdata === undefined) continue;
      const joined = record
        .words()
        .rdata.map(({ text }) => text)
        .join('');
      const key = `${record.zone?.apex} ${record.zone?.root.file.path} ${joined}`;
      const first = seen.get(key);
      if (!first) seen.set(key, { record, rdata });
      else if (first.rdata !== rdata)
        report({
          at: record.at('record'),
          message: phrase`${shown(ctx, name)} has a TXT record with this text already, cut into other strings: who joins them reads it twice`,
          related: [{ at: first.record.at('record'), message: phrase`The first one` }],
        });
    }
  },
  fixes: (finding, ctx) => deleteDuplicate(new Subject(finding, ctx)),
});
