import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { SignedZone } from './signed-columns.ts';

/** The signature of a zone that ends first, or begins last, and how many have ended or not begun. */
export interface ExtremeSignature {
  readonly count: number;
  readonly first:
    | { readonly record: RecordId; readonly covered: number; readonly time: number; readonly inception: number }
    | undefined;
}

/** Where a server writes the file, it signs anew in its own time, and what the file says is not what it answers. */
export function isTimeKnown({ traits }: Zone): boolean {
  return !traits.signed && !traits.dynamic;
}

/**
 * The signature with the earliest expiration, or with the latest inception of those that have not ended. `now` is a time as
 * its digits.
 */
export function extremeSignature(signed: SignedZone, which: 'expiration' | 'inception', now: number): ExtremeSignature {
  const sign = which === 'expiration' ? 1 : -1;
  let count = 0;
  let least = Number.POSITIVE_INFINITY;
  let first: ExtremeSignature['first'];
  const { heads } = signed.records;
  const times = heads[which];
  for (const alike of signed.signatures) {
    const { head } = alike;
    const time = (times[head] as number) * sign;
    if (which === 'inception' && (heads.expiration[head] as number) < now) continue;
    if (time < now * sign) count += alike.count;
    if (time >= least) continue;
    least = time;
    first = {
      record: alike.first,
      covered: heads.covered[head] as number,
      time: times[head] as number,
      inception: heads.inception[head] as number,
    };
  }
  return { count, first };
}

/** Whether an RRSIG record has a time of expiration before that of its inception; both as digits. */
export function endsBeforeItBegins(signature: ZoneRecord): boolean {
  const [expiration = '', inception = ''] = signature
    .rdata()
    .slice(4, 6)
    .map(({ text }) => text);
  return expiration.length === 14 && inception.length === 14 && expiration < inception;
}
