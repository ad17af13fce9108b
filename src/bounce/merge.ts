import type { Rejection } from './rejection.ts';

/**
 * The same refusal told twice, as a bounce does in words and in fields and a log in several lines, becomes one; what one
 * telling leaves out the other adds. Refusals about reverse DNS come before those for other reasons.
 */
export function merged(rejections: readonly Rejection[]): readonly Rejection[] {
  const kept: Rejection[] = [];
  for (const rejection of rejections.slice(0, MOST_REJECTIONS)) {
    const at = kept.findIndex((other) => isSame(other, rejection));
    const before = kept[at];
    if (before) kept[at] = join(before, rejection);
    else kept.push(rejection);
  }
  return kept.sort((a, b) => Number(isElsewhere(a)) - Number(isElsewhere(b)));
}

/** A log of a bad day tells the same many times. */
const MOST_REJECTIONS = 5000;

function isElsewhere({ about }: Rejection): boolean {
  return about === 'not-reverse-dns';
}

function isSame(a: Rejection, b: Rejection): boolean {
  if (!agree(a.address, b.address)) return false;
  if (!agree(a.receiver, b.receiver) || !agree(a.receiverAddress, b.receiverAddress)) return false;
  if (a.about === b.about) return a.reason === b.reason && agree(a.name, b.name);
  if (isElsewhere(a) || isElsewhere(b) || a.about === 'helo' || b.about === 'helo') return false;
  // "Cannot find your hostname" and the warning that says why are one.
  return a.about === 'ptr-unspecified' || b.about === 'ptr-unspecified';
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

/** The telling with a code is the reply itself; the one that says more names the fault. */
function join(a: Rejection, b: Rejection): Rejection {
  const reply = a.code === null && b.code !== null ? b : a;
  const other = reply === a ? b : a;
  const about = a.about === 'ptr-unspecified' ? b.about : a.about;
  const ptr = reply.ptr ?? other.ptr;
  const helo = reply.helo ?? other.helo;
  return {
    ...reply,
    about,
    reason: reply.reason ?? other.reason,
    address: reply.address ?? other.address,
    receiverAddress: reply.receiverAddress ?? other.receiverAddress,
    receiverHost: reply.receiverHost ?? other.receiverHost,
    name: about === 'helo' ? (helo ?? ptr) : (ptr ?? helo),
    ptr,
    helo,
    receiver: reply.receiver ?? other.receiver,
    isOfHeader: a.isOfHeader && b.isOfHeader,
    enhanced: reply.enhanced ?? (reply.code === other.code ? other.enhanced : null),
  };
}
