import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext, Say } from '../rule.ts';
import { shown } from './pairing.ts';

/** Reports the second record, in each zone, of a type of which a name may have only one. */
export function reportSecond(records: readonly ZoneRecord[], type: number, ctx: RuleContext, report: Say): void {
  for (const first of records) {
    const isFirst = records.find((other) => other.type === type && other.zone === first.zone) === first;
    if (first.type !== type || !isFirst) continue;
    const other = records.find(
      (record) => record.type === type && record.zone === first.zone && record.data !== first.data,
    );
    if (!other) continue;
    const target = shown(ctx, first.data);
    const name = shown(ctx, first.owner);
    report({
      at: other.at('target'),
      message:
        type === TYPE_CNAME
          ? phrase`${name} is an alias already, to ${target}: a name has only one`
          : phrase`${name} has a DNAME already, to ${target}: a name has only one`,
      related: [{ at: first.at('record'), message: phrase`The first one` }],
    });
  }
}
