import { hasLabel } from '../../dns/label-octets.ts';
import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { QUIET, SOUND, SPF, TAGGED } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import type { Filter } from './unsound-data.ts';

/*
 * Filters that many rules share. The engine asks one once a name for all rules that name the same function. What they tell of
 * a name by its own records needs no watch: the name is checked again with them.
 */

/**
 * Whether a TXT record of a name has a tag in its text, and is not one of those that were judged while they were read:
 * without one there is nothing that rules on mail look at.
 */
export const hasTaggedText: Filter = ({ store: { records } }, _, first) => {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (((records.flags[id] as number) & (TAGGED | QUIET)) === TAGGED) return true;
  return false;
};

/** The same, or whether one may be a DMARC record: which of them are fine depends on the name. */
export const hasTextOfPlace: Filter = ({ store: { records } }, _, first) => {
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const flags = records.flags[id] as number;
    if ((flags & TAGGED) !== 0 && (flags & (SPF | QUIET)) !== (SPF | QUIET)) return true;
  }
  return false;
};

/** Whether a TXT record of a name may be an SPF record of which there is something to say by its text. */
export const hasSpfText: Filter = ({ store: { records } }, _, first) => {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (mayBeSpf(records.type[id] as number, records.flags[id] as number, false)) return true;
  return false;
};

/** Whether several TXT records of a name may be SPF records. */
export const hasSeveralSpfTexts: Filter = ({ store: { records } }, _, first) => {
  let count = 0;
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (mayBeSpf(records.type[id] as number, records.flags[id] as number, true)) count++;
  return count > 1;
};

/** Whether a text may be an SPF record and is not the only one of its name, or may be one of which there is something to say. */
export const hasLongSpfText: Filter = (ctx, name, first) => hasSpfText(ctx, name, first) || countTexts(ctx, first) > 1;

/** Whether an SPF record of a name may ask for what is not there: not where it asks for the name's own hosts, which are. */
export const hasOpenSpfText: Filter = (ctx, name, first) =>
  hasSpfText(ctx, name, first) ||
  (hasQuietSpf(ctx, first) &&
    !(hasOwn(TYPE_MX, TYPE_MX, ctx, name, first) && hasOwn(TYPE_A, TYPE_AAAA, ctx, name, first)));

/** Whether a name may have an SPF record, and neither MX records nor addresses. */
export const hasSpfWithoutHosts: Filter = (ctx, name, first) =>
  (hasSpfText(ctx, name, first) || hasQuietSpf(ctx, first)) &&
  !hasOwn(TYPE_MX, TYPE_MX, ctx, name, first) &&
  !hasOwn(TYPE_A, TYPE_AAAA, ctx, name, first);

/** Whether an MX record of a name says that there is no mail (RFC 7505). */
export const hasNullMx: Filter = ({ store: { records } }, _, first) => {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (records.type[id] === TYPE_MX && records.data[id] === ROOT) return true;
  return false;
};

/** Whether an MX record of a name leads to a host below it. */
export const hasMailHostBelow: Filter = ({ store: { records, names } }, name, first) => {
  for (let id = first; id >= 0; id = records.nextAt(id)) {
    const host = records.data[id] as number;
    if (records.type[id] === TYPE_MX && host !== name && names.isBelowOrAt(host, name)) return true;
  }
  return false;
};

/** Whether the only text of a name is an SPF record that its zone answers with. */
export function ownsOnlySpf(name: NameId, ctx: RuleContext): boolean {
  const first = ctx.held.view.index.firstAt(name);
  return countTexts(ctx, first) === 1 && ownsQuietText(SPF, ctx, name, first);
}

/** Whether a name may lack an SPF record. */
export const mayLackSpf: Filter = (ctx, name, first) => !ownsQuietText(SPF, ctx, name, first);

/**
 * Whether a domain may lack a DMARC record of its own. Nothing is watched: a name is checked again with the names below it
 * whose label begins with an underscore.
 */
export const mayLackDmarc: Filter = (ctx, name) => {
  const { store, held } = ctx;
  if (held.view.index.isLeafOfOne(name)) return true;
  const owner = store.names.findChild(name, '_dmarc');
  const first = owner === NO_NAME ? -1 : held.view.index.firstAt(owner);
  return first < 0 || !ownsQuietText(0, ctx, owner, first);
};

/** Whether a text at `_dmarc` is no DMARC record that was judged while it was read. */
export const hasOpenDmarc: Filter = (ctx, name, first) =>
  !isQuietDmarc(ctx, first) && hasLabel(ctx.store.names, name, '_dmarc');

/** Whether all TXT records of a name are DMARC records that were judged while they were read. */
export function isQuietDmarc({ store: { records } }: RuleContext, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (records.type[id] === TYPE_TXT && ((records.flags[id] as number) & (QUIET | SPF)) !== QUIET) return false;
  return true;
}

/** It begins as an SPF record, or nobody has looked at more than its first octets. */
function mayBeSpf(type: number, flags: number, isQuietToo: boolean): boolean {
  if (type !== TYPE_TXT || (!isQuietToo && (flags & QUIET) !== 0)) return false;
  return (flags & SPF) !== 0 || (flags & (TAGGED | SOUND)) === TAGGED;
}

function countTexts({ store: { records } }: RuleContext, first: RecordId): number {
  let count = 0;
  for (let id = first; id >= 0; id = records.nextAt(id)) if (records.type[id] === TYPE_TXT) count++;
  return count;
}

function hasQuietSpf({ store: { records } }: RuleContext, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (((records.flags[id] as number) & (QUIET | SPF)) === (QUIET | SPF)) return true;
  return false;
}

/** Whether a name has a quiet text that its zone answers with: SPF, or without that flag DMARC. */
function ownsQuietText(flag: number, ctx: RuleContext, name: NameId, first: RecordId): boolean {
  const { records } = ctx.store;
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (((records.flags[id] as number) & (QUIET | SPF)) === (QUIET | flag) && isAnswered(ctx, name, id)) return true;
  return false;
}

/** Whether a name has a record of one of two types that its zone answers with. */
function hasOwn(type: number, other: number, ctx: RuleContext, name: NameId, first: RecordId): boolean {
  const { records } = ctx.store;
  for (let id = first; id >= 0; id = records.nextAt(id))
    if ((records.type[id] === type || records.type[id] === other) && isAnswered(ctx, name, id)) return true;
  return false;
}

/** Whether what a look-up for a record's type gives at its owner are records. */
function isAnswered({ store, held }: RuleContext, owner: NameId, record: RecordId): boolean {
  if (held.view.dnameCount > 0) return false;
  const zone = store.blockOf(record)?.instance.zone;
  return zone !== undefined && held.zoneOf(owner) === zone;
}
