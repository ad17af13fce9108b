import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { isRefusal } from '../../edits/change.ts';
import { wildcardHidden } from '../../edits/insert-pointer.ts';
import { insertLine } from '../../edits/insert-record.ts';
import { ownerInRange } from '../../edits/meant/delegated-range.ts';
import type { PlanDraft } from '../../edits/plan.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { fillTemplate } from '../../zone/generate.ts';
import { parseGenerate } from '../../zone/generate-line.ts';
import { tokensOf } from '../../zone/row-words.ts';
import { inTitle, type Subject } from './subject.ts';

/**
 * The $GENERATE line that makes the PTRs of what one $GENERATE line of A records makes: with the same range, where the
 * last octet is the number itself and all of its addresses lack a PTR. Undefined where it is not so simple.
 */
export function generatePointers(
  subject: Subject,
  record: ZoneRecord,
  group: readonly NameId[],
): PlanDraft | undefined {
  const { ctx, rows } = subject;
  const { names } = ctx.store;
  const place = placeOf(record);
  const scanned = rows.of(place.block);
  const [directive, ...words] = tokensOf(scanned, scanned.tape.rowToken[place.row] as number, place.row);
  const line = directive && parseGenerate(directive, words);
  if (!line || 'rule' in line) return undefined;
  if (!/^(?:\d{1,3}\.){3}\$$/.test(line.rhsToken.text) || /\\|\$[^{]*\$|@/.test(line.lhsToken.text)) return undefined;
  const { start, stop, step } = line.range;
  if (Math.floor((stop - start) / step) + 1 !== group.length) return undefined;
  const [first] = group;
  const parent = first === undefined ? NO_NAME : names.parent(first);
  const zone = first === undefined ? undefined : ctx.held.zoneOf(first);
  if (
    !zone ||
    first === undefined ||
    names.labelText(first) !== fillTemplate({ parts: [{ offset: 0, width: 0, mode: 'd' }] }, start)
  )
    return undefined;
  const isSimple = (address: NameId): boolean =>
    ctx.held.zoneOf(address) === zone &&
    wildcardHidden(ctx.held, address, zone) === undefined &&
    ownerInRange(ctx.held, rows, address, zone) === undefined;
  if (!group.every(isSimple)) return undefined;
  const origin = stateBefore(rows, place).origin;
  const isAbsolute = line.lhsToken.text.endsWith('.');
  const target = isAbsolute ? line.lhsToken.text : `${line.lhsToken.text}.${names.text(origin)}`;
  const insertion = insertLine({ held: ctx.held, rows, zone, owner: first }, (state) => {
    const network = writtenUnder(ctx.store, parent, state.origin);
    const owner = network === '@' ? '$' : `$.${network}`;
    return `$GENERATE ${line.rangeToken.text} ${owner} PTR ${target}`;
  });
  if (isRefusal(insertion)) return undefined;
  const title = phrase`Add "${inTitle(insertion.line)}" to ${subject.zoneName(zone.apex)}`;
  return { title, changes: [insertion.change] };
}
