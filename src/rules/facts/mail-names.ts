import { type NameId, ROOT } from '../../dns/name-table.ts';
import { isInUnknownZone } from '../../dns/shown-name.ts';
import { rawLabels } from '../../dns/substituted.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NS } from '../../dns/type-codes.ts';
import { type Answer, namesAsked } from '../../workspace/answer.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';
import { INSIDE_LABELS } from './inside-labels.ts';
import { LastAsked } from './last-asked.ts';
import { isPrivate } from './pairing.ts';

/** What questions take of a context. */
type Asking = Pick<RuleContext, 'held' | 'store' | 'otherViews' | 'watch'>;

/** Asks the held zones, and has the name at hand checked again when the answer may be another. */
export function ask(name: NameId, type: number, ctx: Pick<RuleContext, 'held' | 'watch'>): Answer {
  const answer = ctx.held.lookup(name, type);
  // Nearly all answers are of the name itself, and so many are asked for that no list is made of it.
  if (answer.kind !== 'loop' && answer.name === name && answer.aliases.length === 0) ctx.watch(name);
  else for (const asked of namesAsked(name, answer)) ctx.watch(asked);
  return answer;
}

/** The addresses that the held zones answer for a host; undefined where they do not know both families. */
export function addressesOf(host: NameId, ctx: Pick<RuleContext, 'held' | 'watch'>): readonly NameId[] | undefined {
  const four = ask(host, TYPE_A, ctx);
  const six = ask(host, TYPE_AAAA, ctx);
  if (isOpen(four) || isOpen(six)) return undefined;
  let known = addresses.get(four);
  if (known?.six !== six) {
    known = { six, all: [...addressesIn(four), ...addressesIn(six)] };
    addresses.set(four, known);
  }
  return known.all;
}

/** Addresses by the answer of one family, for that of the other: all domains of a company name the same mail host. */
const addresses = new LastAsked<Answer, { readonly six: Answer; readonly all: readonly NameId[] }>();

function isOpen({ kind }: Answer): boolean {
  return kind === 'unknown' || kind === 'loop';
}

function addressesIn(answer: Answer): readonly NameId[] {
  return answer.kind === 'records' ? answer.records.map(({ data }) => data) : [];
}

/** Whether a name certainly has no address. */
export function hasNoAddress(host: NameId, ctx: RuleContext): boolean {
  return addressesOf(host, ctx)?.length === 0;
}

/**
 * Whether others look names of a zone up: not where its name is for inside, nor where its name servers have private
 * addresses. Of a zone that several views hold nobody knows which of them is for others.
 */
export function isPublic(zone: Zone, ctx: RuleContext): boolean {
  const { held, store, memory } = ctx;
  const { view } = held;
  const changeCount = store.changes.count;
  const { version } = view;
  let known = memory.publicZones.get(zone);
  if (known?.changeCount !== changeCount || known.version !== version) {
    known = { changeCount, version, isPublic: findPublic(zone, watching(zone, ctx)) };
    memory.publicZones.set(zone, known);
    // What the first one was told stands until all that were told hear of another answer.
    if (!view.publicZones.has(zone)) view.publicZones.set(zone, known.isPublic);
  }
  return known.isPublic;
}

/** Whether rules were told otherwise of a zone than it is now; they are told anew then. */
export function hasChangedPublic(zone: Zone, ctx: RuleContext): boolean {
  const { publicZones } = ctx.held.view;
  const told = publicZones.get(zone);
  if (told === undefined || told === isPublic(zone, ctx)) return false;
  publicZones.delete(zone);
  ctx.memory.publicZones.delete(zone);
  return true;
}

/** What is asked for a zone is asked for all its domains: nobody notes for each of a million what it was found through. */
function watching(zone: Zone, { held, store, otherViews }: RuleContext): Asking {
  const { publicWatch } = held.view;
  const watch = (name: NameId): void => {
    const zones = publicWatch.get(name);
    if (zones) zones.add(zone);
    else publicWatch.set(name, new Set([zone]));
  };
  return { held, store, otherViews, watch };
}

function findPublic(zone: Zone, ctx: Asking): boolean {
  const { names } = ctx.store;
  if (zone.apex === ROOT || names.isBelowOrAt(zone.apex, names.arpa) || isInUnknownZone(names.text(zone.apex)))
    return false;
  ctx.watch(zone.apex);
  if (ctx.otherViews().some(({ held }) => held.view.zones.has(zone.apex))) return false;
  const labels = rawLabels(names, zone.apex, ROOT);
  if (INSIDE_LABELS.has(labels.at(-1) ?? '') || INSIDE_LABELS.has(labels[0] ?? '')) return false;
  const servers = ctx.held.recordsAt(zone.apex, TYPE_NS);
  return servers.length === 0 || !servers.every(({ data }) => isInside(data, ctx));
}

/** Whether a host has private addresses and no others. */
export function isInside(host: NameId, ctx: Pick<RuleContext, 'held' | 'watch' | 'store'>): boolean {
  const addresses = host < 0 ? [] : (addressesOf(host, ctx) ?? []);
  return addresses.length > 0 && addresses.every((address) => isPrivate(ctx.store.names, address));
}

/** Second-level labels under which others register: example.co.uk stands for itself. */
const REGISTRIES: ReadonlySet<string> = new Set([
  'co',
  'com',
  'net',
  'org',
  'ac',
  'gov',
  'gob',
  'edu',
  'or',
  'ne',
  'go',
  'gv',
  'ltd',
  'plc',
  'me',
  'nom',
  'id',
  'in',
]);

/** Names that are registered have no more labels than these. */
const DEEPEST_REGISTERED = 3;

/**
 * Whether a name is one that its owner registered, as far as its labels tell; undefined where nobody here knows. What
 * policies a name takes over from above depends on it (RFC 9989 section 4.10).
 */
export function isRegistered(name: NameId, ctx: Pick<RuleContext, 'store'>): boolean | undefined {
  const { names } = ctx.store;
  const depth = names.depth(name);
  if (depth > DEEPEST_REGISTERED) return undefined;
  if (depth === DEEPEST_REGISTERED && names.label(names.ancestorAt(name, 1)).length !== 2) return undefined;
  const labels = rawLabels(names, name, ROOT);
  if (labels.length < 2) return false;
  const [, second = '', third = ''] = labels;
  const isRegistry = labels.length === 3 && REGISTRIES.has(second) && third.length === 2;
  if (labels.length === 2) return !(REGISTRIES.has(labels[0] ?? '') && second.length === 2);
  return isRegistry ? true : undefined;
}
