import type { NameId } from '../dns/name-table.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { NameFindings } from '../rules/engine/finding-book.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import { lacksPointer, misplacedPointer, pointerElsewhere, unpointedRecords } from '../rules/facts/missing.ts';
import { isInNetworks, isPaired, mayHavePointer } from '../rules/facts/pairing.ts';
import { isOfGeneratedSeries, seriesWith } from '../rules/facts/series-with.ts';
import type { RuleContext } from '../rules/rule.ts';
import { FAULT_BIT, faultStates, MAIL_BIT, type MapStateId, stateNumber } from '../shared/map-cells.ts';
import type { View } from '../workspace/view.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';

const FREE = stateNumber('free');
const AGREED = stateNumber('agreed');
const NOT_HELD = stateNumber('not-held');

/** Says of single addresses what a map shows, from what the rules know of them. One serves a view. */
export class Judge {
  readonly ctx: RuleContext;
  readonly #found: NameFindings;
  /** For the records of a block: whether those of a $GENERATE line are a series. An edit makes new ones. */
  readonly #lines = new WeakMap<Int32Array, Map<number, boolean>>();

  constructor(engine: Engine, view: View) {
    this.ctx = engine.context(view);
    this.#found = engine.book.namesOf(view);
  }

  /**
   * The cell of an address that has a name in the table of names: its state, whether it sends mail, and whether someone
   * has to do something about it. Nearly all are pairs of one name and one PTR, which cost a few look-ups.
   */
  cell(address: NameId): number {
    const { ctx } = this;
    const { index } = ctx.held.view;
    if (index.firstAt(address) < 0 && index.firstTo(address) < 0) {
      // A network that may send mail has no hosts for that; an address that is named has one.
      if (!ctx.mail.isNamed(address)) return this.#bare(address);
    }
    const mail = ctx.mail.reasons(address).length > 0 ? MAIL_BIT : 0;
    if (ctx.confirmedPointer(address) >= 0 && !this.#mayBeNamedAlike(address)) return AGREED | mail;
    return cellIn(this.#state(new AddressCase(ctx.held, ctx.mail, address))) | mail;
  }

  /** The cell of an address without any record, by what is known of the deepest name above it. */
  emptyCell(above: NameId): number {
    const { ctx } = this;
    const zone = ctx.held.zoneOf(above);
    return zone && isPaired(zone, ctx) ? FREE : NOT_HELD;
  }

  /** An address of which nothing is written: a wildcard or a classless zone may answer for it all the same. */
  #bare(address: NameId): number {
    const { ctx } = this;
    if (this.#isExternal(address)) return NOT_HELD;
    const answer = ctx.held.pointers(address);
    if (answer.kind === 'records' && !answer.wildcard)
      return cellIn(this.#state(new AddressCase(ctx.held, ctx.mail, address)));
    if (answer.kind === 'unknown') return NOT_HELD;
    const zone = answer.kind === 'none' ? ctx.held.zoneOf(answer.name) : ctx.held.zoneOf(address);
    return zone && isPaired(zone, ctx) ? FREE : NOT_HELD;
  }

  #state(address: AddressCase): MapStateId {
    const { ctx } = this;
    if (this.#isExternal(address.address)) return 'not-held';
    const { answer } = address;
    if (answer.kind === 'unknown') return 'not-held';
    if (answer.kind === 'records' && !(answer.wildcard && !address.hasRecord(() => true)))
      return this.#pointedState(address);
    if (lacksPointer(address, ctx)) return 'no-ptr';
    if (address.mail.length === 0 && unpointedRecords(address, ctx).length > 0 && pointerElsewhere(address, ctx))
      return 'one-view';
    if (address.reverseZone === undefined || !mayHavePointer(ctx.store.names, address.address)) return 'not-held';
    // A mail host by its SPF record alone, without a name or a PTR.
    if (address.mail.length > 0 && !address.hasRecord(() => true)) return 'no-ptr';
    return isMisplaced(address, ctx) ? 'no-ptr' : 'free';
  }

  /** The state of an address with PTRs: that of the worst of them, since receivers may take any. */
  #pointedState(address: AddressCase): MapStateId {
    const standings = address.pointers.map((pointer) => address.standing(pointer));
    if (standings.includes('no-address')) return 'no-address';
    if (standings.includes('mismatch')) return 'mismatch';
    if (this.#isPool(address.address)) return 'pool';
    if (this.#isCalledGeneric(address.address)) return 'generic';
    if (address.mail.length === 0 && address.pointers.some((pointer) => this.#isNumbered(pointer))) return 'numbered';
    return standings.includes('confirmed') ? 'agreed' : 'unchecked';
  }

  #isNumbered(pointer: ZoneRecord): boolean {
    return seriesWith(this.ctx, pointer.owner) !== undefined || this.#isOfLine(pointer);
  }

  /** Whether the PTR is one of a $GENERATE line whose names count: asked once for each line. */
  #isOfLine(pointer: ZoneRecord): boolean {
    if (!pointer.generated) return false;
    const { records } = pointer.block;
    const lines = this.#lines.get(records) ?? new Map<number, boolean>();
    this.#lines.set(records, lines);
    const known = lines.get(pointer.row) ?? isOfGeneratedSeries(pointer, this.ctx);
    lines.set(pointer.row, known);
    return known;
  }

  /** Whether a pair is to be looked at for its name: it counts, a finding speaks of it, or it lies in a pool. */
  #mayBeNamedAlike(address: NameId): boolean {
    const { ctx } = this;
    if (this.#found.has(address) || this.#isPool(address) || this.#isExternal(address)) return true;
    const pointer = ctx.held.view.index.firstAt(address);
    const target = ctx.store.records.data[pointer] as number;
    return ctx.store.names.hasDigit(target) && seriesWith(ctx, address) !== undefined;
  }

  #isCalledGeneric(address: NameId): boolean {
    return this.#found.of(address).some(({ finding }) => finding.rule === 'ptr-generic');
  }

  #isPool(address: NameId): boolean {
    const { pools } = this.ctx.settings;
    return pools.length > 0 && isInNetworks(this.ctx.store.names, address, pools);
  }

  #isExternal(address: NameId): boolean {
    const { externalNetworks } = this.ctx.settings;
    return externalNetworks.length > 0 && isInNetworks(this.ctx.store.names, address, externalNetworks);
  }
}

/** The cell of a state, with its fault. */
function cellIn(state: MapStateId): number {
  return stateNumber(state) | (faultStates.has(state) ? FAULT_BIT : 0);
}

/** Whether the PTR of an address stands outside its zone, so that BIND drops it. */
function isMisplaced(address: AddressCase, ctx: RuleContext): boolean {
  return misplacedPointer(address, unpointedRecords(address, ctx), ctx) !== undefined;
}
