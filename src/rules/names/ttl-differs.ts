import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR, TYPE_RRSIG, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { NO_RECORD } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TTL_LIKE_OWNER, TYPE_UNREADABLE, WITHOUT_TTL } from '../../zone/draft.ts';
import { canonicalRdata } from '../facts/canonical-rdata.ts';
import { shown } from '../facts/pairing.ts';
import { recordOfSetTtl } from '../facts/set-ttl.ts';
import { oneTtl } from '../fixes/ttl-fixes.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** TTLs of one set that differ (RFC 2181 section 5.2): one finding a set, at the first record that differs from the first. */
export const ttlDiffers = defineRule({
  id: 'ttl-differs',
  scope: 'name',
  severity: 'warning',
  types: [],
  isAboutSeveral: true,
  hangsOnLines: 'anywhere',
  summary: 'Records of one name and type have different TTLs',
  passesPlainDelegations: true,
  wants: ({ store: { records }, held }, name) => {
    const first = held.view.index.firstAt(name);
    for (let id = first; id >= 0; id = records.nextAt(id)) if (records.ttl[id] !== records.ttl[first]) return true;
    return false;
  },
  check(name, records, ctx, report) {
    for (const set of setsOf(records, ctx)) {
      const [first] = set;
      const [other, ...more] = withoutRepeated(set, ctx).filter(({ ttl }) => ttl !== first?.ttl);
      if (!first || !other || ctx.isClaimed(other.id)) continue;
      const rest = more.length > 0 ? phrase` (and ${more.length} more differ)` : '';
      const taken = recordOfSetTtl(set, ctx);
      const served =
        taken === undefined
          ? phrase`which one counts depends on the server`
          : taken === first
            ? phrase`BIND takes that of the first`
            : phrase`BIND takes that of the last group, ${taken.ttl}`;
      report({
        at: other.at(other.words().ttl && !other.generated ? 'ttl' : 'record'),
        message: phrase`This ${typeName(other.type)} record of ${shown(ctx, name)} has the TTL ${other.ttl}, the first one ${first.ttl}${rest}: a set has one TTL, and ${served}`,
        related: [first, ...more.slice(0, 2)].map((record) => ({
          at: record.at('record'),
          message: `TTL ${record.ttl}`,
        })),
        data: { taken: taken?.id ?? NO_RECORD },
      });
    }
  },
  fixes: oneTtl,
});

/** A signature has the TTL of what it covers; of two SOA records it is said that there are two. */
const UNLIKE: ReadonlySet<number> = new Set([TYPE_UNREADABLE, TYPE_RRSIG, TYPE_SOA]);

/** The records of a set of which the very same does not stand above: record-duplicate tells of those. */
function withoutRepeated(set: readonly ZoneRecord[], ctx: RuleContext): readonly ZoneRecord[] {
  if (set.every(({ ttl }) => ttl === set[0]?.ttl)) return [];
  const seen = new Set<NameId | string>();
  return set.filter((record) => {
    const data = record.isAddress ? record.data : canonicalRdata(record, ctx);
    if (data === undefined) return true;
    const isNew = !seen.has(data);
    seen.add(data);
    return isNew;
  });
}

/**
 * Whether a record has no TTL that could be another: ttl-missing tells of that, and arpa-owner-indented of a number in front
 * of a PTR record that a blank makes a TTL.
 */
function hasNoTtl({ id, type }: ZoneRecord, { store: { records } }: RuleContext): boolean {
  return ((records.flags[id] as number) & (type === TYPE_PTR ? TTL_LIKE_OWNER | WITHOUT_TTL : WITHOUT_TTL)) !== 0;
}

/** The records of a name in sets of one type and zone. */
function setsOf(records: readonly ZoneRecord[], ctx: RuleContext): Iterable<readonly ZoneRecord[]> {
  const sets = new Map<string, ZoneRecord[]>();
  for (const record of records) {
    if (UNLIKE.has(record.type) || record.ttl < 0 || hasNoTtl(record, ctx)) continue;
    const key = `${record.type} ${record.zone?.apex} ${record.zone?.root.file.path}`;
    const set = sets.get(key);
    if (set) set.push(record);
    else sets.set(key, [record]);
  }
  return sets.values();
}
