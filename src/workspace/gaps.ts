import type { InstanceBlock, Zone } from './instance.ts';

/**
 * What is missing of a block: `unread`, records that servers may read and that are not known here; `astray`, only what an
 * $ORIGIN near the zone's name puts outside the zone, which servers know is not there.
 */
export type Gap = 'none' | 'astray' | 'unread';

/** Notes what is missing of a block. Where a zone becomes whole by that, or no longer is, its view is looked at again. */
export function noteGap(block: InstanceBlock, gap: Gap): void {
  const { zone } = block.instance;
  if (!zone) return;
  const isChanged = put(zone.gaps, block, gap !== 'none');
  const isOtherKind = put(zone.astray, block, gap === 'astray');
  const unreadCount = zone.gaps.size - zone.astray.size;
  if ((isChanged || isOtherKind) && (zone.gaps.size < 2 || unreadCount < 2)) zone.view.sweepAgain();
}

/** Whether servers may read more of a zone than what is known here. */
export function hasUnread(zone: Zone): boolean {
  return zone.gaps.size > zone.astray.size;
}

/** Puts something into a set or takes it out; true where that changed it. */
function put<T>(set: Set<T>, item: T, isIn: boolean): boolean {
  if (set.has(item) === isIn) return false;
  if (isIn) set.add(item);
  else set.delete(item);
  return true;
}
