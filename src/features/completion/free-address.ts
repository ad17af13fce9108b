import { networksOfReverseZone, type ReverseNetwork, reverseName4, reverseName6 } from '../../dns/arpa.ts';
import { ip4Text } from '../../dns/ip4.ts';
import { type Ip6, ip6Text } from '../../dns/ip6.ts';
import { type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import { addressServedAt } from '../../rules/facts/lone-pointer.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { FeatureContext } from '../context.ts';

/** An address that no held record has, in a network that the zone uses. */
export interface FreeAddress {
  readonly text: string;
  readonly network: string;
  /** Its reverse name, absolute. */
  readonly reverseName: string;
}

/** Records of a zone that are looked at for the networks that it uses. */
const MOST_RECORDS = 50_000;
/** The networks that are proposed from, those with most addresses first. */
const MOST_NETWORKS = 8;
/** Interface identifiers that people give count up from 1; others hosts took themselves. */
const MOST_GIVEN = 0xffff;

/** The next free address of each IPv4 network of /24 that a zone uses; of a classless zone in its own range. */
export function freeIp4(ctx: FeatureContext, instance: Instance): FreeAddress[] {
  const { names } = ctx.engine.store;
  const counts = new Map<number, number>();
  for (const address of addressesOf(ctx, instance, 4)) add(counts, names.ip4Of(address) >>> 8);
  const range = ownRange(names, instance.apex);
  if (range && counts.size === 0) counts.set(range.first >>> 8, 0);
  return most(counts).flatMap((network) => {
    const base = network * 256;
    const whole = range?.prefixLength !== undefined && range.prefixLength >= 24 ? range : undefined;
    const first = Math.max(base, whole?.first ?? base) + 1;
    const last = Math.min(base + 255, whole?.last ?? base + 255) - 1;
    const free = nextFree(first, last, (address) => isUsed(ctx, names.address4(address | 0)));
    if (free === undefined) return [];
    const text = whole ? `${ip4Text(whole.first)}/${whole.prefixLength}` : `${ip4Text(base)}/24`;
    return [{ text: ip4Text(free), network: text, reverseName: reverseName4(free) }];
  });
}

/** The next free address of each IPv6 network of /64 whose hosts are numbered. */
export function freeIp6(ctx: FeatureContext, instance: Instance): FreeAddress[] {
  const { names } = ctx.engine.store;
  const counts = new Map<string, number>();
  const highest = new Map<string, number>();
  for (const address of addressesOf(ctx, instance, 6)) {
    const [a = 0, b = 0, c = 0, d = 0] = names.reverse.ip6Of(address);
    if (c !== 0 || d > MOST_GIVEN) continue;
    const network = `${a} ${b}`;
    add(counts, network);
    highest.set(network, Math.max(highest.get(network) ?? 0, d));
  }
  return most(counts).flatMap((network) => {
    const [a = 0, b = 0] = network.split(' ').map(Number);
    const groups = (id: number): Ip6 => [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, 0, 0, 0, id];
    const first = (highest.get(network) ?? 0) + 1;
    for (let id = first; id < Math.min(first + 256, MOST_GIVEN); id++) {
      const address = groups(id);
      if (isUsed(ctx, findIp6(names, address))) continue;
      return [{ text: ip6Text(address), network: `${ip6Text(groups(0))}/64`, reverseName: reverseName6(address) }];
    }
    return [];
  });
}

/** The addresses of a zone's A or AAAA records, and of its PTR records. */
function* addressesOf(ctx: FeatureContext, instance: Instance, family: 4 | 6): Generator<NameId> {
  const { records, names } = ctx.engine.store;
  const { held } = ctx.engine.context(instance.view);
  const wanted = family === 4 ? TYPE_A : TYPE_AAAA;
  const base = family === 4 ? names.inAddrArpa : names.ip6Arpa;
  let looked = 0;
  for (const block of (instance.zone?.root ?? instance).blocks) {
    for (const id of block?.records ?? []) {
      if (++looked > MOST_RECORDS) return;
      const type = records.type[id];
      if (type !== wanted && type !== TYPE_PTR) continue;
      const owner = records.owner[id] as NameId;
      const address = type === TYPE_PTR ? addressServedAt(held, owner) : (records.data[id] as NameId);
      if (address !== NO_NAME && names.isAddress(address) && names.isBelowOrAt(address, base)) yield address;
    }
  }
}

/** Whether a held record, in whatever view, has the address or speaks of it. */
function isUsed(ctx: FeatureContext, address: NameId): boolean {
  if (address === NO_NAME) return false;
  for (const view of ctx.engine.store.views.values()) {
    if (view.index.firstTo(address) >= 0) return true;
    const answer = ctx.engine.context(view).held.pointers(address);
    if (answer.kind === 'records' && !answer.wildcard) return true;
  }
  return false;
}

/** The first free number behind the highest that is used, else the lowest free one. */
function nextFree(first: number, last: number, isTaken: (address: number) => boolean): number | undefined {
  const taken: boolean[] = [];
  for (let address = first; address <= last; address++) taken.push(isTaken(address));
  const behind = taken.lastIndexOf(true) + 1;
  const at = behind < taken.length ? behind : taken.indexOf(false);
  return at < 0 ? undefined : first + at;
}

/** The range of an IPv4 reverse zone's name, where it tells one. */
function ownRange(names: NameTable, apex: NameId): (ReverseNetwork & { readonly family: 4 }) | undefined {
  const networks = apex === NO_NAME ? [] : networksOfReverseZone(names.text(apex));
  const [network, ...others] = networks.filter((one) => one.family === 4);
  return others.length === 0 && (network?.prefixLength ?? 0) >= 24 ? network : undefined;
}

function findIp6(names: NameTable, address: Ip6): NameId {
  const labels = reverseName6(address).split('.').slice(0, 32).reverse();
  return names.findBelow(names.ip6Arpa, labels);
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function most<K>(counts: ReadonlyMap<K, number>): K[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NETWORKS)
    .map(([key]) => key);
}
