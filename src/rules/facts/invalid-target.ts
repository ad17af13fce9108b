import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { isInUnknownZone } from '../../dns/shown-name.ts';
import {
  TYPE_AFSDB,
  TYPE_CNAME,
  TYPE_HTTPS,
  TYPE_MINFO,
  TYPE_MX,
  TYPE_NS,
  TYPE_RP,
  TYPE_RT,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_SVCB,
} from '../../dns/type-codes.ts';
import { isGluedName } from '../../syntax/odd-characters.ts';
import { leadingWord } from '../../syntax/rdata/types.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { SOUND } from '../../zone/draft.ts';
import type { RuleContext } from '../rule.ts';
import { addressLiteral } from './address-literal.ts';
import { whyWithoutAddress } from './host-target.ts';
import { hasHostRecord, hasNamesChecked, isHosts, isOfInvalidHost } from './invalid-host.ts';
import { isPaired, isTargetPaired } from './pairing.ts';
import { endsInNumber, isInArpa } from './pointer-words.ts';
import { MAILBOX } from './soa-mailbox.ts';

/** The types that lead to hosts. */
const TO_HOSTS: ReadonlySet<number> = new Set([
  TYPE_NS,
  TYPE_SOA,
  TYPE_MX,
  TYPE_SRV,
  TYPE_SVCB,
  TYPE_HTTPS,
  TYPE_AFSDB,
  TYPE_RT,
  TYPE_CNAME,
]);

/** The places in the rdata of mailboxes: the domain of one is a host name, the user may be anything (RFC 1035 section 8). */
export const MAILBOXES: ReadonlyMap<number, readonly number[]> = new Map([
  [TYPE_SOA, [MAILBOX]],
  [TYPE_RP, [0]],
  [TYPE_MINFO, [0, 1]],
]);

/**
 * The types whose targets are to be host names, CNAME, whose target may be anything but an address of the web, and those with
 * mailboxes.
 */
export const TARGET_TYPES: readonly number[] = [...TO_HOSTS, ...MAILBOXES.keys()];

/** Labels that providers put before names they serve mail and services for. */
const PROVIDERS: ReadonlySet<string> = new Set(['_dc-mx', '_dc-srv']);

/** The fast filter: whether a record of a name may lead to a name that is no host's, or names a mailbox that takes a look. */
export function mayHaveInvalidTarget({ store: { names, records }, held }: RuleContext, name: NameId): boolean {
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    const data = records.data[id] as number;
    const type = records.type[id] as number;
    const isSound = type === TYPE_SOA && ((records.flags[id] as number) & SOUND) !== 0 && isHosts(names, name);
    if (MAILBOXES.has(type) && !isSound) return true;
    if (data > ROOT && TO_HOSTS.has(type) && isNoHost(names, data)) return true;
  }
  return false;
}

/** The place in the rdata of a target that is no host name; undefined where it is one, or all is said at that name itself. */
export function placeOfInvalidTarget(record: ZoneRecord, ctx: RuleContext): number | undefined {
  const { type, data, zone } = record;
  const { names } = ctx.store;
  const place = TO_HOSTS.has(type) ? leadingWord(type) : undefined;
  if (place === undefined || !zone || data <= ROOT || !isNoHost(names, data) || ctx.isClaimed(record.id))
    return undefined;
  if (!isPaired(zone, ctx) || !isTargetPaired(data, ctx)) return undefined;
  const text = names.text(data);
  if (holdsPlaceholder(text) || isInUnknownZone(text) || isGluedName(text)) return undefined;
  if (type === TYPE_CNAME) return isOfWeb(record, ctx) ? place : undefined;
  if (isServiceAlias(record) && !text.includes('://')) return undefined;
  const isRefused = isRefusedTarget(record, ctx);
  if (!isRefused && PROVIDERS.has(names.labelText(data).split('.')[0] ?? '')) return undefined;
  const written = record.generated ? '' : (record.rdata()[place]?.text ?? '');
  if (addressLiteral(record, ctx, () => written) !== undefined || isToldAtHost(data, isRefused, ctx)) return undefined;
  return !isRefused && isPlaceholderOfWindows(names, data) ? undefined : place;
}

/** Whether BIND loads no zone with a record that leads to this name: of a last label that is a number, and of aliases, it does. */
export function isRefusedTarget(record: ZoneRecord, { store: { names } }: RuleContext): boolean {
  return record.type !== TYPE_CNAME && !names.isHostName(record.data) && hasNamesChecked(record);
}

/** No top-level domain is a number (RFC 1123 section 2.1, RFC 3696 section 2): what ends in one is an address, or was cut. */
function isNoHost(names: NameTable, name: NameId): boolean {
  return !names.isHostName(name) || endsInNumber(names, name);
}

/** A path or an address of the web where the name of a host is meant; the reverse tree has slashes of its own (RFC 2317). */
function isOfWeb({ owner, data }: ZoneRecord, ctx: RuleContext): boolean {
  const text = ctx.store.names.text(data);
  return text.includes('://') || (/\/|:/.test(text) && !isInArpa(ctx, owner) && !isInArpa(ctx, data));
}

/** SVCB and HTTPS with the priority 0 may lead to any name (RFC 9460 section 2.4.2). */
function isServiceAlias(record: ZoneRecord): boolean {
  if (record.type !== TYPE_SVCB && record.type !== TYPE_HTTPS) return false;
  return record.generated || Number(record.rdata()[0]?.text) === 0;
}

/** Where the name has addresses or mail in a held zone, it is said there: as gravely, where the zone is refused for it. */
function isToldAtHost(name: NameId, isRefused: boolean, ctx: RuleContext): boolean {
  if (!isRefused) return hasHostRecord(ctx, ctx.held.view.index.firstAt(name));
  return ctx.held.recordsAt(name).some((record) => isOfInvalidHost(record, ctx) && hasNamesChecked(record));
}

/** `gc._msdcs` is a host's name for BIND, too. */
function isPlaceholderOfWindows(names: NameTable, name: NameId): boolean {
  return names.labelText(name) === 'gc' && names.labelText(names.parent(name)) === '_msdcs';
}

/**
 * A name that is not even there is told as that; of letters beyond ASCII, which may be why, both is told, and of a service
 * too that the zone is not loaded for.
 */
export function isToldAsMissing(record: ZoneRecord, ctx: RuleContext): boolean {
  if (record.type === TYPE_SRV && isRefusedTarget(record, ctx)) return false;
  const rule = OF_MISSING.get(record.type);
  if (/\\[12]\d\d/.test(ctx.store.names.text(record.data))) return false;
  return rule !== undefined && !ctx.settings.isOff(rule) && whyWithoutAddress(record, ctx) !== undefined;
}

/** The rules that tell of targets without address, by the type of the record. */
const OF_MISSING: ReadonlyMap<number, string> = new Map([
  [TYPE_NS, 'ns-no-address'],
  [TYPE_MX, 'mx-no-address'],
  [TYPE_SRV, 'srv-no-address'],
]);
