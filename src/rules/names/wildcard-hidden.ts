import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_TXT } from '../../dns/type-codes.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * A name that exists for its TXT record only, or only as others stand below it, and so does not get the addresses of the
 * wildcard beside it (RFC 4592 section 2.2).
 */
export const wildcardHidden = defineRule({
  id: 'wildcard-hidden',
  scope: 'name',
  owners: 'others',
  severity: 'hint',
  types: [],
  passesPlainHosts: true,
  summary: 'Name does not get the addresses of a wildcard, as it exists for other reasons',
  wants: (ctx, name) => {
    const { store, held } = ctx;
    const first = held.view.index.firstAt(name);
    const above = store.names.parent(name);
    if (store.records.type[first] === TYPE_TXT && store.records.nextAt(first) < 0 && starBeside(name, ctx) >= 0)
      return true;
    return above > 0 && held.view.index.firstAt(above) < 0 && starBeside(above, ctx) >= 0;
  },
  check(name, records, ctx, report) {
    const [record] = records;
    if (!record?.zone || !isPaired(record.zone, ctx) || !ctx.held.answers(record)) return;
    const isText = records.every(({ type }) => type === TYPE_TXT) && starBeside(name, ctx) >= 0;
    const hidden = isText ? name : ctx.store.names.parent(name);
    if (!isHiding(hidden, record, ctx) || (!isText && ctx.held.view.index.weight[hidden] !== 1)) return;
    const star = starBeside(hidden, ctx);
    const [wild] = addressesAt(star, record, ctx);
    if (!wild) return;
    const why = isText ? 'has a TXT record only' : `exists as ${shown(ctx, name)} stands below it`;
    report({
      at: record.at('owner'),
      message: `${shown(ctx, hidden)} ${why}, so it does not get the address of ${shown(ctx, star)}: if it is to have one, give it its own`,
      related: [{ at: wild.at('record'), message: 'The wildcard' }],
    });
  },
});

/** Whether a host may be meant: no name of a service, a key or a note of a program's. */
function isHiding(name: NameId, record: ZoneRecord, { store: { names } }: RuleContext): boolean {
  const { zone } = record;
  if (!zone || name <= zone.apex || !names.isHostName(name)) return false;
  for (let node = name; node > zone.apex; node = names.parent(node))
    if (/^[_*]/.test(names.labelText(node))) return false;
  return record.type !== TYPE_TXT || !/heritage=/.test(record.words().rdata[0]?.text ?? '');
}

function addressesAt(star: NameId, { zone }: ZoneRecord, { held }: RuleContext): readonly ZoneRecord[] {
  if (star === NO_NAME) return [];
  return held
    .recordsAt(star)
    .filter((one) => one.zone === zone && (one.type === TYPE_A || one.type === TYPE_AAAA || one.type === TYPE_CNAME));
}

function starBeside(name: NameId, { store: { names } }: RuleContext): NameId {
  return names.findChild(names.parent(name), '*');
}
