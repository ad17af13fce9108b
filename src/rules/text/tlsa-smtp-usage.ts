import { TYPE_TLSA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { fieldsAt, numberIn } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** Usages 0 and 1 mean nothing to senders of mail (RFC 7672 section 3.1.3). */
export const tlsaSmtpUsage = defineRule({
  id: 'tlsa-smtp-usage',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TLSA],
  summary: 'TLSA record of a mail port with a usage that senders pass over',
  wants: ({ store: { names } }, name) => PORTS.has(names.labelText(name)),
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_TLSA, ctx)) {
      const usage = numberIn(fields[0]);
      if (usage !== 0 && usage !== 1) continue;
      const instead = usage === 0 ? 2 : 3;
      report({
        at: record.at({ rdata: 0 }),
        message: phrase`Senders of mail pass over TLSA usage ${usage}: they take 2 and 3 (RFC 7672), of which ${instead} is the one for this data`,
      });
    }
  },
});

const PORTS: ReadonlySet<string> = new Set(['_25', '_465', '_587']);
