import { isForeignName } from '../../dns/foreign-name.ts';
import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_HTTPS, TYPE_MX, TYPE_SRV, TYPE_SVCB } from '../../dns/type-codes.ts';
import { NO_HINT } from '../../syntax/plain-parameters.ts';
import { isLocalhost } from '../../workspace/localhost.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import { isLoopbackAddress, isPrivate } from './pairing.ts';
import type { Filter } from './unsound-data.ts';

/** Of names with many records no more are looked at. */
const MOST_LOOKED_AT = 16;

/*
 * Filters of rules on the hosts that records lead to. Of nearly all of them the tables alone tell that there is nothing to
 * say: no answer is made of them, and nothing is watched, as a name is checked again with the names that its records lead to.
 */

/** Whether an MX record of a name leads to anything but a host with an IPv4 address of its own that all can reach. */
export const hasUnsureMailHost: Filter = hasUnsure(TYPE_MX, isReached);
/** Whether an SRV record of a name leads to anything but a host with an IPv4 address of its own. */
export const hasUnsureService: Filter = hasUnsure(TYPE_SRV, hasOwnAddress);

function hasUnsure(type: number, isSure: (host: NameId, ctx: RuleContext) => boolean): Filter {
  return (ctx, _, first) => {
    const { records } = ctx.store;
    for (let id = first; id >= 0; id = records.nextAt(id))
      if (records.type[id] === type && !isSure(records.data[id] as number, ctx)) return true;
    return false;
  };
}

/** Whether a service binding of a name is of anything but a host with an IPv4 address of its own. */
export const hasUnsureBinding: Filter = (ctx, name, first) => {
  const { records } = ctx.store;
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if (type !== TYPE_HTTPS && type !== TYPE_SVCB) continue;
    const target = records.data[id] as number;
    if (!hasOwnAddress(target === ROOT ? name : target, ctx)) return true;
  }
  return false;
};

/**
 * Whether a service binding of a name has address hints, but where it is one IPv4 address, and that is an address of its
 * host's own; of SVCB, and of what is written in other ways than most, nobody has looked (see `parameters`).
 */
export const hasUnsureHint: Filter = (ctx, name, first) => {
  const { records } = ctx.store;
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const type = records.type[id];
    if (type !== TYPE_HTTPS && type !== TYPE_SVCB) continue;
    const hint = records.mark[id] as number;
    if (hint === NO_HINT) continue;
    const target = records.data[id] as number;
    if (hint === 0 || !hasOwnAddress(target === ROOT ? name : target, ctx, hint)) return true;
  }
  return false;
};

/**
 * Whether a name certainly has an A record that its zone answers with, at the name itself: what a look-up gives for it are
 * records, and no alias is on the way. One of an address where it is given, as a number of 32 bits.
 */
export function hasOwnAddress(host: NameId, ctx: RuleContext, address?: number): boolean {
  return ownAddressOf(host, ctx, address) >= 0;
}

function isReached(host: NameId, ctx: RuleContext): boolean {
  const { names, records } = ctx.store;
  if (host <= ROOT || isLocalhost(names, host)) return false;
  const record = ownAddressOf(host, ctx);
  const address = record < 0 ? NO_NAME : (records.data[record] as number);
  return record >= 0 && !isPrivate(names, address) && !isLoopbackAddress(names, address);
}

/** Whether a name is a host name in ASCII that certainly has an IPv4 address of its own that all can reach. */
export function isPlainMailHost(host: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  return names.isHostName(host) && !isForeignName(names, host) && isReached(host, ctx);
}

/** The first A record of such a name, of an address where it is given; NO_RECORD where there may be none. */
function ownAddressOf(host: NameId, { store, held }: RuleContext, address?: number): RecordId {
  const { records, names } = store;
  const { index, dnameCount } = held.view;
  if (host <= ROOT || dnameCount > 0) return NO_RECORD;
  let left = MOST_LOOKED_AT;
  for (let id = index.firstAt(host); id >= 0 && left > 0; id = records.nextAt(id), left--) {
    if (records.type[id] !== TYPE_A) continue;
    if (address !== undefined && (names.ip4Of(records.data[id] as number) | 0) !== address) continue;
    return held.zoneOf(host) === store.blockOf(id)?.instance.zone ? id : NO_RECORD;
  }
  return NO_RECORD;
}
