import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Related, RuleContext } from '../rule.ts';

/** The addresses that may be meant for a host without one, and stand elsewhere: what is said of them is the cause. */
export function relatedAstray(host: NameId, zone: Zone, { held, store }: RuleContext): readonly Related[] {
  const ids = [TYPE_A, TYPE_AAAA].flatMap((type) => [...held.recordsAstray(host, type, zone)]);
  const message = phrase`This record may be meant for it`;
  return [...new Set(ids)].map((id) => ({ at: new ZoneRecord(store, id).at('record'), message }));
}
