import type { NameId } from '../../dns/name-table.ts';
import { typeName } from '../../dns/types.ts';
import { type Change, isRefusal } from '../../edits/change.ts';
import { insertForward } from '../../edits/insert-record.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Fix } from '../rule.ts';
import { inTitle, type Subject } from './subject.ts';

/** Address records of a server below a delegation, in the zone that delegates; none where `hosts` is empty. */
export function insertGlue(
  subject: Subject,
  { zone, owner, hosts }: { readonly zone: Zone; readonly owner: NameId; readonly hosts: readonly ZoneRecord[] },
): readonly Fix[] {
  const { ctx, rows } = subject;
  if (hosts.length === 0) return [];
  const changes: Change[] = [];
  const lines: string[] = [];
  for (const { type, data } of hosts) {
    const rdata = subject.text(data);
    const insertion = insertForward(ctx.held, rows, zone, { owner, type: typeName(type), rdata });
    if (isRefusal(insertion)) return [subject.fix(phrase`Add the address of ${subject.zoneName(owner)}`, insertion)];
    changes.push(insertion.change);
    lines.push(`"${inTitle(insertion.line)}"`);
  }
  const [said, more] = [lines.slice(0, 2).join(phrase` and `), lines.length - 2];
  const apex = subject.zoneName(zone.apex);
  const title = more > 0 ? phrase`Add ${said} and ${more} more to ${apex}` : phrase`Add ${said} to ${apex}`;
  return [subject.fix(title, changes, { safe: true, preferred: true })];
}
