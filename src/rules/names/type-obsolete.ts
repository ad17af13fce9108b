import { TYPE_A6, TYPE_KEY, TYPE_MINFO, TYPE_NXT, TYPE_SIG, TYPE_TXT, TYPE_WKS } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** What took the place of a type, or why it went. */
const INSTEAD: ReadonlyMap<number, string> = new Map([
  [TYPE_A6, laterPhrase`AAAA took its place (RFC 6563)`],
  [TYPE_WKS, laterPhrase`nobody asks for it (RFC 1123 section 2.2)`],
  [TYPE_MINFO, laterPhrase`it never came into use (RFC 1035 section 3.3.7)`],
  [TYPE_KEY, laterPhrase`DNSKEY took its place for zones (RFC 3755 section 3)`],
  [TYPE_SIG, laterPhrase`RRSIG took its place (RFC 3755 section 3)`],
  [TYPE_NXT, laterPhrase`NSEC took its place (RFC 3755 section 3)`],
]);

/** Record types that nobody reads any more, and the ADSP record, which DMARC took the place of. */
export const typeObsolete = defineRule({
  id: 'type-obsolete',
  scope: 'name',
  severity: 'hint',
  types: [...INSTEAD.keys(), TYPE_TXT],
  tag: 'deprecated',
  summary: 'Record of a type that nobody reads any more',
  passesSoundTexts: true,
  wants: ({ store: { names, records }, held }, name) => {
    for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id))
      if (INSTEAD.has(records.type[id] as number)) return true;
    return names.firstByte(name) === 95 && names.labelText(name) === '_adsp';
  },
  check(name, records, ctx, report) {
    const told = new Set<number>();
    for (const record of records) {
      const isAdsp = record.type === TYPE_TXT && ctx.store.names.labelText(name) === '_adsp';
      const why = isAdsp ? phrase`DMARC took its place (RFC 9989)` : translated(INSTEAD.get(record.type) ?? '');
      if (why === '' || told.has(record.type)) continue;
      told.add(record.type);
      const type = isAdsp ? 'ADSP' : typeName(record.type);
      report({
        at: record.at('type'),
        message: /^(?:A6|NXT|ADSP)$/.test(type)
          ? phrase`${shown(ctx, name)} has an ${type} record: ${why}`
          : phrase`${shown(ctx, name)} has a ${type} record: ${why}`,
      });
    }
  },
});
