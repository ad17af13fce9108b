import { TYPE_PTR } from '../../dns/type-codes.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext, Say } from '../rule.ts';
import { type ShapeRule, shapeOf } from './arpa-shape.ts';

/** Reports the PTR records whose owners have the fault that a rule is about. */
export function sayShape(rule: ShapeRule, records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  for (const pointer of records) {
    if (pointer.type !== TYPE_PTR || ctx.isClaimed(pointer.id)) continue;
    const shape = shapeOf(pointer, ctx);
    if (shape?.rule !== rule) continue;
    const meant = ctx.held.addressText(shape.meant) ?? '';
    const alias = shape.meant >= 0 && meant === '' ? ctx.held.text(shape.meant) : '';
    report({ at: pointer.at('owner'), message: shape.message, claims: [pointer], data: { meant, alias } });
  }
}
