import { ip4Text } from '../dns/ip4.ts';
import { ip6Text } from '../dns/ip6.ts';
import { ARPA4_ADDRESS, ARPA6_ADDRESS, type NameId, type NameTable } from '../dns/name-table.ts';
import type { Engine } from '../rules/engine/engine.ts';
import { byAddress } from '../rules/facts/address-order.ts';
import { FAULT_BIT, MAIL_BIT, STATE_BITS, stateNumber } from '../shared/map-cells.ts';
import type { TreeNetwork } from '../shared/map-protocol.ts';
import { type RangeKey, rangeKey } from '../workspace/range.ts';
import type { View } from '../workspace/view.ts';
import { Judge } from './judge.ts';

/** Names that are looked at at a stretch. */
const STRETCH = 4096;

/** The networks of a view in which addresses are in use, in their order; `yield`s now and then. */
export function* networksIn(engine: Engine, view: View): Generator<void, TreeNetwork[]> {
  const { names } = engine.store;
  const judge = new Judge(engine, view);
  const found = new Map<RangeKey, Counts>();
  for (let name = 0; name < names.count; name++) {
    if (name % STRETCH === STRETCH - 1) yield;
    if (!names.isAddress(name)) continue;
    if (view.index.firstAt(name) < 0 && view.index.firstTo(name) < 0) continue;
    const key = rangeKey(names, name);
    const counts = found.get(key) ?? { first: name, used: 0, agreed: 0, faults: 0, mailHosts: 0, held: 0 };
    found.set(key, counts);
    count(counts, judge.cell(name));
  }
  return [...found.values()]
    .filter(({ used }) => used > 0)
    .sort((a, b) => byAddress(names, a.first, b.first))
    .map(({ first, held, ...counts }) => ({
      network: networkText(names, first),
      view: view.name,
      ...counts,
      isHeld: held > 0,
    }));
}

/** The view in which most is known of a network; the first where several know as much. */
export function bestView(views: readonly View[], cellsOf: (view: View) => Uint8Array): View | undefined {
  let best: { view: View; known: number } | undefined;
  for (const view of views) {
    const known = cellsOf(view).reduce((sum, cell) => sum + weightOf(cell), 0);
    if (!best || known > best.known) best = { view, known };
  }
  return best?.view;
}

interface Counts {
  readonly first: NameId;
  used: number;
  agreed: number;
  faults: number;
  mailHosts: number;
  held: number;
}

const [FREE, NOT_HELD] = [stateNumber('free'), stateNumber('not-held')];

function count(counts: Counts, cell: number): void {
  const state = cell & STATE_BITS;
  if (state === FREE) return;
  counts.used++;
  if ((cell & FAULT_BIT) !== 0) counts.faults++;
  else counts.agreed++;
  if (state !== NOT_HELD) counts.held++;
  if ((cell & MAIL_BIT) !== 0) counts.mailHosts++;
}

/** More than nothing counts what is used, and least what is only held. */
function weightOf(cell: number): number {
  const state = cell & STATE_BITS;
  return state === NOT_HELD ? 0 : state === FREE ? 1 : 1024;
}

/** The /24 or /64 of an address. */
function networkText(names: NameTable, address: NameId): string {
  if (names.arpaKind(address) === ARPA4_ADDRESS) return `${ip4Text((names.ip4Of(address) & ~255) >>> 0)}/24`;
  if (names.arpaKind(address) !== ARPA6_ADDRESS) return '';
  const [first = 0, second = 0] = names.reverse.ip6Of(address);
  return `${ip6Text([first >>> 16, first & 0xffff, second >>> 16, second & 0xffff, 0, 0, 0, 0])}/64`;
}
