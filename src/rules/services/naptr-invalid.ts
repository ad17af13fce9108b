import { ROOT } from '../../dns/name-table.ts';
import { TYPE_NAPTR } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { NAPTR_FLAGS, NAPTR_REGEXP, type NamingPointer, namingPointers } from '../facts/naming-pointers.ts';
import { defineRule } from '../rule.ts';

/** A NAPTR record whose fields contradict each other, or whose flags no client knows (RFC 3403 section 4.1, RFC 3404 section 4.3). */
export const naptrInvalid = defineRule({
  id: 'naptr-invalid',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_NAPTR],
  summary: 'NAPTR record that clients can not follow',
  check(_, records, ctx, report) {
    for (const pointer of namingPointers(records, ctx)) {
      const why = whyNotFollowed(pointer);
      if (why) report({ at: pointer.record.at({ rdata: why.place }), message: why.message, claims: [pointer.record] });
    }
  },
});

function whyNotFollowed({ flags, regexp, record }: NamingPointer): { place: number; message: string } | undefined {
  const hasReplacement = record.data !== ROOT;
  if (flags !== '' && !/^[saup]$/i.test(flags))
    return {
      place: NAPTR_FLAGS,
      message: phrase`Flags "${flags}" say nothing to clients: "S" leads to SRV records, "A" to addresses, "U" to a URI, "" to more NAPTR records`,
    };
  if (regexp !== '' && hasReplacement)
    return {
      place: NAPTR_REGEXP,
      message: phrase`A NAPTR record has a regexp or a replacement, never both: write "." for the replacement, or "" for the regexp`,
    };
  if (/^u$/i.test(flags) && regexp === '')
    return { place: NAPTR_REGEXP, message: phrase`Flag "U" makes a URI with the regexp, which is empty` };
  if (regexp === '' && !hasReplacement && !/^p$/i.test(flags))
    return { place: NAPTR_REGEXP, message: phrase`Neither regexp nor replacement: the record leads nowhere` };
  return undefined;
}
