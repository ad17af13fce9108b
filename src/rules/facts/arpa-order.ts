import { networksOfReverseZone, networkText } from '../../dns/arpa.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Child, Instance, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import { labelsBelow } from './arpa-labels.ts';

/** PTR records that are asked in which order the octets stand. */
const ASKED = 64;

/** A reverse zone whose name may be written forward. */
interface Suspect {
  readonly zone: Zone;
  readonly isIp6: boolean;
  /** The apex's labels as they stand, from the left: the network, if it is written forward. */
  readonly forward: readonly string[];
  /** The reverse name of that network. */
  readonly mirrored: NameId;
}

/**
 * Whether the name of a reverse zone has its octets or nibbles in forward order: the first PTR whose target has an
 * address in one of the two networks decides; where none does, the network itself, if it can only be one of the two.
 * What is asked is watched, so that the zone is looked at again when it changes.
 */
export function isWrittenForward(zone: Zone, ctx: RuleContext): boolean {
  const suspect = suspectOf(zone, ctx.store.names);
  if (!suspect) return false;
  const watched: NameId[] = [];
  let verdict: boolean | undefined;
  for (const { owner, target } of firstPointers(zone, ctx, ASKED)) {
    watched.push(target);
    verdict = verdictOf(suspect, owner, target, ctx);
    if (verdict !== undefined) break;
  }
  watchFor(zone, watched);
  return verdict ?? canOnlyBeForward(suspect);
}

/** The reverse name that the zone should have, and the network. */
export function forwardNetwork(zone: Zone, ctx: RuleContext): { readonly mirrored: string; readonly network: string } {
  const suspect = suspectOf(zone, ctx.store.names);
  const name = ctx.held.text(suspect?.mirrored ?? zone.apex);
  const [network] = networksOfReverseZone(name);
  return { mirrored: name.slice(0, -1), network: network ? networkText(network) : '' };
}

function suspectOf(zone: Zone, names: NameTable): Suspect | undefined {
  const kind = names.arpaKind(zone.apex);
  if (kind === 0) return undefined;
  const isIp6 = names.isBelowOrAt(zone.apex, names.ip6Arpa);
  const base = isIp6 ? names.ip6Arpa : names.inAddrArpa;
  const forward = labelsBelow(names, zone.apex, base);
  if (forward.length < 2 || forward.join('.') === [...forward].reverse().join('.')) return undefined;
  let mirrored = base;
  for (const label of forward) mirrored = names.childText(mirrored, label);
  return { zone, isIp6, forward, mirrored };
}

function verdictOf(suspect: Suspect, owner: NameId, target: NameId, ctx: RuleContext): boolean | undefined {
  const { names, records } = ctx.store;
  const type = suspect.isIp6 ? TYPE_AAAA : TYPE_A;
  let verdict: boolean | undefined;
  for (let id = ctx.held.view.index.firstAt(target); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] !== type) continue;
    const address = records.data[id] as number;
    if (address === owner || names.isBelowOrAt(address, suspect.zone.apex)) return false;
    if (names.isBelowOrAt(address, suspect.mirrored)) verdict = true;
  }
  return verdict;
}

function canOnlyBeForward({ forward, isIp6 }: Suspect): boolean {
  const written = [...forward].reverse();
  if (isIp6) return isGlobal(forward) && !isGlobal(written) && written[0] !== '0';
  return isPossible(forward) && (!isPossible(written) || (isPrivate(forward) && !isPrivate(written)));
}

/** 2000::/3, and what is local or multicast. */
function isGlobal([first]: readonly string[]): boolean {
  return first === '2' || first === '3' || first === 'f';
}

function isPossible([first]: readonly string[]): boolean {
  const octet = Number(first);
  return octet > 0 && octet < 224 && octet !== 127;
}

function isPrivate([first, second]: readonly string[]): boolean {
  if (first === '10') return true;
  return (first === '192' && second === '168') || (first === '172' && Number(second) >> 4 === 1);
}

/** A PTR record by its names. */
interface PointerNames {
  readonly id: RecordId;
  readonly owner: NameId;
  readonly target: NameId;
}

/** The first PTR records of a zone, in the order of the text. */
export function firstPointers(zone: Zone, ctx: RuleContext, count: number): Iterable<PointerNames> {
  return pointersOf(zone.root, ctx, { left: count });
}

function* pointersOf(instance: Instance, ctx: RuleContext, limit: { left: number }): Generator<PointerNames> {
  const { records } = ctx.store;
  for (const block of instance.blocks) {
    if (!block) continue;
    let childIndex = 0;
    for (const id of block.inside) {
      if (records.type[id] !== TYPE_PTR || (records.data[id] as number) <= ROOT) continue;
      for (
        ;
        (block.children[childIndex]?.site.row ?? Number.POSITIVE_INFINITY) < (records.row[id] as number);
        childIndex++
      )
        yield* pointersOfChild(block.children[childIndex], ctx, limit);
      if (limit.left-- <= 0) return;
      yield { id, owner: records.owner[id] as number, target: records.data[id] as number };
    }
    for (; childIndex < block.children.length; childIndex++)
      yield* pointersOfChild(block.children[childIndex], ctx, limit);
    if (limit.left <= 0) return;
  }
}

function* pointersOfChild(
  child: Child | undefined,
  ctx: RuleContext,
  limit: { left: number },
): Generator<PointerNames> {
  if (child?.instance && limit.left > 0) yield* pointersOf(child.instance, ctx, limit);
}

/** Has a zone looked at again when the records of some names change. */
export function watchFor(zone: Zone, names: readonly NameId[]): void {
  const { zoneWatch } = zone.view;
  for (const name of names) {
    const zones = zoneWatch.get(name);
    if (zones) zones.add(zone);
    else zoneWatch.set(name, new Set([zone]));
  }
}
