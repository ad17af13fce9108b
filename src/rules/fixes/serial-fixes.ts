import { bumpSerial } from '../../edits/bump-serial.ts';
import type { Fix } from '../rule.ts';
import type { Subject } from './subject.ts';

/** serial-not-increased: the next serial. */
export function raiseSerial({ record, ctx, finding }: Subject): readonly Fix[] {
  const zone = record?.zone ?? ctx.held.enclosingZone(finding.key);
  return zone ? [bumpSerial(ctx, zone)] : [];
}
