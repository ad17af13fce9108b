import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import type { SourceFile, Zone } from '../../workspace/instance.ts';
import { addressesIn, networkOf } from '../../workspace/network.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import type { View } from '../../workspace/view.ts';
import type { Anchor, ZoneRecord } from '../../workspace/zone-record.ts';
import { hasOwnBit, typeBit } from '../../zone/draft.ts';
import { AddressCase } from '../facts/address-case.ts';
import { addressOfLonePointer } from '../facts/lone-pointer.ts';
import { hasChangedPublic } from '../facts/mail-names.ts';
import { isInNetworks } from '../facts/pairing.ts';
import { typesOfZone } from '../facts/zone-records.ts';
import type { AddressRule, NameRule, Rule, RuleContext, RuleSettings, ZoneRule } from '../rule.ts';
import { CountedRecords } from './counted-records.ts';
import { FindingBook } from './finding-book.ts';
import { type Filtered, NameRules } from './name-rules.ts';
import { PlainNames } from './plain-names.ts';
import { isAskedOf, Sweeps, typesAsked } from './sweeps.ts';
import { NOTHING, ViewContext } from './view-context.ts';

const NAMES_PER_LOOK = 32;
/** Names that are passed at once. To pass so many takes less time than to look at one. */
const NAMES_PASSED = 1024;

/**
 * Runs the rules on what is dirty, in slices: names and addresses first, then zones, then sweeps over whole zones.
 * The order of the rules is the order of precedence.
 */
export class Engine {
  readonly store: Store;
  readonly book: FindingBook;
  /** Hear of each name that was checked again by itself: what others worked out of it may be other now. */
  readonly checkedListeners = new Set<(view: View, name: NameId) => void>();
  readonly #settings: () => RuleSettings;
  readonly #addressRules: readonly AddressRule[];
  readonly #confirmedRules: readonly Filtered<AddressRule>[];
  /** With the types that a zone must have for them, by `typeBit`. */
  readonly #zoneRules: readonly { readonly rule: ZoneRule; readonly types: number }[];
  /** The name rules for whole reverse names and those for all other names. */
  readonly #reverseNameRules: NameRules;
  readonly #otherNameRules: NameRules;
  readonly #plainNames: PlainNames;
  readonly #counted: CountedRecords;
  readonly #contexts = new Map<View, ViewContext>();
  readonly #sweeps: Sweeps;
  readonly #rules: ReadonlyMap<string, Rule>;

  constructor(store: Store, rules: readonly Rule[], settings: () => RuleSettings) {
    this.store = store;
    this.book = new FindingBook((anchor) => fileOf(store, anchor));
    this.#settings = settings;
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
    const nameRules = rules.filter((rule) => rule.scope === 'name');
    this.#counted = new CountedRecords(store, nameRules);
    this.#reverseNameRules = new NameRules(nameRules.filter((rule) => rule.owners !== 'others'));
    this.#otherNameRules = new NameRules(nameRules.filter((rule) => rule.owners !== 'addresses'));
    this.#addressRules = rules.filter((rule) => rule.scope === 'address');
    this.#confirmedRules = this.#addressRules.flatMap((rule) =>
      rule.confirmedToo ? [{ rule, wants: rule.confirmedToo, check: rule.check }] : [],
    );
    this.#plainNames = new PlainNames({
      names: this.#otherNameRules,
      pairs: this.#reverseNameRules.ofConfirmed.map(({ rule }) => rule),
      addresses: this.#addressRules,
    });
    this.#zoneRules = rules
      .filter((rule) => rule.scope === 'zone')
      .map((rule) => ({ rule, types: typesAsked(rule.zoneTypes) }));
    this.#sweeps = new Sweeps(rules, this.book);
    store.changes.hearsPointers = (view) => this.#contexts.get(view)?.series.isEmpty === false;
    store.changes.pointerChanged = (view, owner) =>
      this.#contexts.get(view)?.series.forget(networkOf(store.names, owner));
    store.changes.zoneGone = (zone) => {
      this.book.dropZone(zone);
      zone.view.explainedZones.delete(zone);
      zone.view.publicZones.delete(zone);
      zone.view.toldInPart.delete(zone);
      for (const watch of [zone.view.zoneWatch, zone.view.publicWatch])
        for (const zones of watch.values()) zones.delete(zone);
      this.#sweeps.forget(zone);
    };
  }

  rule(id: string): Rule | undefined {
    return this.#rules.get(id);
  }

  /** What rules ask in a view. */
  context(view: View): RuleContext {
    return this.#contextOf(view);
  }

  /** Whether a file with nothing in it is told: nobody begins to type it (see `RuleSettings`). */
  get tellsEmpty(): boolean {
    return this.#settings().tellsEmpty === true;
  }

  /** All is to be checked again, after a change of settings. */
  checkAgain(): void {
    for (const view of this.store.views.values()) view.sweepAgain();
  }

  /** True where all that is known to be dirty has been checked. */
  get settled(): boolean {
    if (this.store.busy || !this.#sweeps.areDone) return false;
    for (const view of this.store.views.values()) if (this.#isDirty(view)) return false;
    return true;
  }

  /** Reads and checks until `isOver` or until nothing is left to do; true where nothing is. */
  step(isOver: () => boolean): boolean {
    return this.check(isOver) && this.#sweeps.run(isOver, (view) => this.#contextOf(view));
  }

  /** The same without the sweeps over whole zones, which take their time: what an edit touches is checked. */
  check(isOver: () => boolean): boolean {
    if (!this.store.step(isOver)) return false;
    const views = [...this.store.views.values()];
    for (const view of views) this.#contexts.get(view)?.lookAtComments();
    // What changes in one view may have made another one dirty that was checked before.
    do for (const view of views) if (!this.#checkView(view, isOver)) return false;
    while (views.some((view) => this.#isDirty(view)));
    return true;
  }

  #isDirty(view: View): boolean {
    return (
      view.sweepFrom < this.store.names.count ||
      view.dirtyNames.size + view.dirtyNetworks.size + view.bareNetworks.size > 0 ||
      view.dirtyZones.size + view.fanOut.size + view.dirtyMail.size + view.changedCuts.size > 0
    );
  }

  #checkView(view: View, isOver: () => boolean): boolean {
    const context = this.#contextOf(view);
    if (!this.#isDirty(view)) return true;
    context.renewSettings();
    view.index.reserve(this.store.names.count);
    while (this.#isDirty(view)) {
      if (!this.store.changes.expandCuts(view, isOver)) return false;
      if (view.dirtyMail.size > 0) context.forgetNetworks();
      if (!context.mail.refresh(isOver)) return false;
      this.#expandNetworks(context);
      // All that is dirty is known before names are checked: no name is checked twice.
      if (!this.#expandFanOut(view, isOver)) return false;
      if (!this.#checkNames(context, isOver)) return false;
      if (!this.#sweepNames(context, isOver)) return false;
      for (const zone of view.dirtyZones) {
        view.dirtyZones.delete(zone);
        this.#checkZone(context, zone);
        if (isOver()) return false;
      }
    }
    return true;
  }

  #checkNames(context: ViewContext, isOver: () => boolean): boolean {
    let count = 0;
    const { dirtyNames } = context.held.view;
    while (dirtyNames.size > 0) {
      const name = dirtyNames.take();
      this.#checkName(context, name);
      for (const hear of this.checkedListeners) hear(context.held.view, name);
      if (++count % NAMES_PER_LOOK === 0 && isOver()) return false;
    }
    return true;
  }

  #expandNetworks(context: ViewContext): void {
    const { names, spread } = this.store;
    const { view } = context.held;
    const changed = new Set(
      [...view.bareNetworks].filter(
        (network) => !view.dirtyNetworks.has(network) && context.haveBareHostsChanged(network),
      ),
    );
    view.bareNetworks.clear();
    for (const network of changed) view.dirtyNetworks.add(network);
    for (const network of view.dirtyNetworks) {
      if (!changed.has(network)) context.forgetBareHosts(network);
      for (const joined of spread.networksWith(view, network)) view.dirtyNetworks.add(joined);
      for (const name of addressesIn(names, network)) {
        view.touch(name);
        if (!names.isAddress(name) || view.aliasedAddresses.has(name)) spread.hop(view, name);
      }
    }
    view.dirtyNetworks.clear();
  }

  #expandFanOut(view: View, isOver: () => boolean): boolean {
    for (let next = view.fanOut.take(); next; next = view.fanOut.take()) {
      this.store.spread.hopAll(view, next.name, next.depth);
      if (isOver()) return false;
    }
    return true;
  }

  /** Checks the names from `sweepFrom` on: all of them after loading, else the new ones. */
  #sweepNames(context: ViewContext, isOver: () => boolean): boolean {
    const { view } = context.held;
    let count = 0;
    while (view.sweepFrom < this.store.names.count) {
      view.index.reserve(this.store.names.count);
      const end = Math.min(view.sweepFrom + NAMES_PASSED, this.store.names.count);
      const name = this.#plainNames.pass(context, view.sweepFrom, end);
      view.sweepFrom = Math.min(name + 1, end);
      if (name < end) {
        this.#checkName(context, name);
        if (++count % NAMES_PER_LOOK !== 0) continue;
      }
      if (isOver()) return view.sweepFrom >= this.store.names.count;
    }
    context.networks.forget();
    return true;
  }

  #checkName(context: ViewContext, name: NameId): void {
    context.inquiries.review(name);
    const { index } = context.held.view;
    const owned = index.firstAt(name);
    const isAddress = this.store.names.isAddress(name);
    if (owned < 0 && !isAddress) {
      context.found.set(name, NOTHING);
      return;
    }
    context.begin(name);
    if (context.held.view.explainedZones.size > 0) claimExplained(context, name);
    const confirmed = isAddress ? context.confirmedPointer(name) : -1;
    if (owned >= 0) this.#checkOwner(context, name, owned, confirmed);
    if (isAddress && (owned >= 0 || index.firstTo(name) >= 0)) this.#checkAddress(context, name, confirmed);
    else if (owned >= 0 && this.#mayOwnPointer(owned)) this.#checkLonePointers(context, name);
    context.found.set(name, context.findings());
  }

  #checkOwner(context: ViewContext, name: NameId, first: RecordId, confirmed: RecordId): void {
    const { records, names } = this.store;
    this.#counted.clear(first);
    const single = records.nextAt(first) === -1;
    const nameRules = names.isAddress(name) ? this.#reverseNameRules : this.#otherNameRules;
    const isConfirmed = confirmed >= 0;
    const ofOne = isConfirmed ? nameRules.ofConfirmed : nameRules.ofType(records.type[first] as number);
    const isSure = single || hasOwnBits(records, first);
    const rules = single || isConfirmed ? ofOne : nameRules.ofTypes(typeBits(records, first), isSure);
    let all: readonly ZoneRecord[] | undefined;
    const firstWanted = this.#plainNames.takeWanted(name);
    let isBefore = firstWanted !== undefined;
    let asked: Filtered<NameRule>['wants'] | undefined;
    let isWanted = false;
    for (const { rule, wants, check } of rules) {
      if (isBefore && wants !== firstWanted) continue;
      // Rules in a row often share their filter.
      if (wants !== asked) isWanted = isBefore || wants(context, name, first);
      isBefore = false;
      asked = wants;
      if (!isWanted) continue;
      all ??= context.held.recordsAt(name);
      if (!isSure && rule.types.length > 0 && !hasTypeOf(rule, all)) continue;
      check(name, all, context, context.sayer(rule));
    }
  }

  #mayOwnPointer(first: RecordId): boolean {
    return this.store.records.type[first] === TYPE_PTR || this.store.records.nextAt(first) !== -1;
  }

  /** PTR records of the reverse tree that no address's look-up comes to: in a classless zone without its parent, or misplaced. */
  #checkLonePointers(context: ViewContext, owner: NameId): void {
    const address = addressOfLonePointer(context.held, owner);
    if (address === undefined) return;
    const addressCase = new AddressCase(context.held, context.mail, address, owner);
    this.#runAddressRules(addressCase, context);
  }

  #checkAddress(context: ViewContext, address: NameId, confirmed: RecordId): void {
    if (confirmed >= 0) {
      let addressCase: AddressCase | undefined;
      for (const { rule, wants, check } of this.#confirmedRules) {
        if (!wants(context, address, confirmed) || isSilent(rule, address, context)) continue;
        addressCase ??= new AddressCase(context.held, context.mail, address);
        check(addressCase, context, context.sayer(rule));
      }
      return;
    }
    const addressCase = new AddressCase(context.held, context.mail, address);
    this.#runAddressRules(addressCase, context);
  }

  #runAddressRules(addressCase: AddressCase, context: ViewContext): void {
    for (const rule of this.#addressRules) {
      if (!isSilent(rule, addressCase.address, context)) rule.check(addressCase, context, context.sayer(rule));
    }
  }

  #checkZone(context: ViewContext, zone: Zone): void {
    context.begin(zone.apex);
    if (hasChangedPublic(zone, context)) context.held.view.sweepAgain();
    const present = typesOfZone(zone);
    for (const { rule, types } of this.#zoneRules)
      if (isAskedOf(present, types)) rule.check(zone, context, context.sayer(rule));
    const counted = this.#counted.told(zone, present, context);
    this.book.setZone(zone, counted.length > 0 ? [...context.findings(), ...counted] : context.findings());
    this.#sweeps.begin(zone);
  }

  #contextOf(view: View): ViewContext {
    let context = this.#contexts.get(view);
    if (!context) {
      const otherViews = () =>
        [...this.store.views.values()]
          .filter((other) => other !== view && other.site === view.site)
          .map((other) => this.#contextOf(other));
      const how = { settings: this.#settings, otherViews, counted: this.#counted };
      context = new ViewContext(this.store, view, this.book.namesOf(view), how);
      this.#contexts.set(view, context);
    }
    return context;
  }
}

function hasTypeOf({ types }: NameRule, records: readonly ZoneRecord[]): boolean {
  return records.some(({ type }) => types.includes(type));
}

/** How addresses and PTR records agree is not looked at where others run the reverse zones. */
function isSilent(rule: AddressRule, address: NameId, { settings, store }: ViewContext): boolean {
  const { externalNetworks } = settings;
  return externalNetworks.length > 0 && !rule.ofExternalToo && isInNetworks(store.names, address, externalNetworks);
}

/** Of the PTR records of some zones one finding says all. */
function claimExplained(context: ViewContext, name: NameId): void {
  const { view } = context.held;
  for (const pointer of context.held.recordsAt(name, TYPE_PTR))
    if (pointer.zone && view.explainedZones.has(pointer.zone)) context.claim(pointer);
}

/** The bits of the types of a record and of those that follow it at its name (see `typeBit`). */
function typeBits(records: Store['records'], first: RecordId): number {
  let bits = 0;
  for (let id = first; id >= 0; id = records.nextAt(id)) bits |= typeBit(records.type[id] as number);
  return bits;
}

/** Whether no other type has the bit of one of these records, so that the bits tell all. */
function hasOwnBits(records: Store['records'], first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id)) if (!hasOwnBit(records.type[id] as number)) return false;
  return true;
}

/** The file a finding is shown in. */
export function fileOf(store: Store, anchor: Anchor): SourceFile | undefined {
  if (anchor.kind === 'file') return anchor.file;
  if (anchor.kind === 'block') return anchor.block.instance.file;
  return store.blockOf(anchor.record)?.instance.file;
}
