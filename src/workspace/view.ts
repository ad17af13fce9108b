import { ARPA4_ADDRESS, type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { grown } from '../text/typed-array.ts';
import { AbsentNames } from './absent-names.ts';
import { FanOut } from './fan-out.ts';
import type { InstanceBlock, Zone } from './instance.ts';
import { NameCounts } from './name-counts.ts';
import { NameQueue } from './name-queue.ts';
import type { RecordId, RecordTable } from './record-table.ts';
import { ViewIndex } from './record-table.ts';
import { MOST_KEYS, Watches } from './watches.ts';

/**
 * What is held in one view: its records by name, its zones, and the names whose findings are no longer right.
 *
 * Invariant: while `sweepFrom` is not past the last name, all names from it on count as dirty.
 */
export class View {
  readonly name: string;
  /** The site whose files the view is of; empty where copies of zones are not told apart by folders (see `siteFolders`). */
  readonly site: string;
  readonly index: ViewIndex;
  /** Zones by apex; more than one where two files claim the same apex, then none is held. */
  readonly zones = new Map<NameId, Zone[]>();
  readonly dirtyNames = new NameQueue();
  readonly dirtyZones = new Set<Zone>();
  /** Names whose incoming records are to be made dirty, in slices, with how many aliases were followed to them. */
  readonly fanOut = new FanOut();
  /** Owners of MX records and of SPF records, with how many they have. */
  readonly mailDomains = new NameCounts();
  /** Mail domains that are to be read again. */
  readonly dirtyMail = new NameQueue();
  /** Whether some were read since all were to be read again. */
  isMailRead = false;
  /** For names that the mail hosts of a domain were found through, besides its own and those of its MX records: that domain. */
  readonly mailWatch = new Watches();
  /** A mark for each name that an MX record has led to. */
  #mailHosts = new Uint8Array(0);
  /** Networks of 256 addresses, all of which are to be checked: what is said of one depends on its neighbours. */
  readonly dirtyNetworks = new Set<NameId>();
  /** Zones with records that mark them as no zones of hosts, with how many they have. */
  readonly marks = new Map<Zone, number>();
  /** Zones with a TXT record named `version`, which catalog zones have, with how many they have. */
  readonly versions = new Map<Zone, number>();
  /** What rules were told of zones being empty, so that they hear when it changes. */
  readonly emptyZones = new Map<Zone, boolean>();
  /** Names and addresses whose records tell of a reverse zone as a whole, with the zones that are judged by them. */
  readonly zoneWatch = new Map<NameId, Set<Zone>>();
  /** Reverse zones of which one finding says all: their PTR records are not looked at one by one. */
  readonly explainedZones = new Set<Zone>();
  /** Zones of which a rule finds the same at more records than it tells one by one. */
  readonly toldInPart = new Set<Zone>();
  /** For names that were looked at from further away: the keys to check again when their records change. */
  readonly watched = new Watches(MOST_KEYS);
  /** For blocks whose lines were looked at, whatever names they are of: the keys to check again when the block is read again. */
  readonly #lineWatch = new Map<InstanceBlock, Set<NameId>>();
  /** What rules were told of zones being for others to look up, so that all is checked again when it changes. */
  readonly publicZones = new Map<Zone, boolean>();
  /** For names that this was found through: those zones. */
  readonly publicWatch = new Map<NameId, Set<Zone>>();
  /** A and AAAA records of names that begin with `localhost`, where the address is no loopback address. */
  readonly strayLocalhosts = new Set<RecordId>();
  /** How many DNAME records there are: through them a name is felt at others that no record leads to it from. */
  dnameCount = 0;
  /** Reverse names of addresses that aliases lead to, with how many do. */
  readonly aliasedAddresses = new Map<NameId, number>();
  /** How many records $GENERATE has made. */
  generatedCount = 0;
  /** Networks without any PTR whose addresses have gained or lost names: what is said of all may be other. */
  readonly bareNetworks = new Set<NameId>();
  /**
   * PTR records of addresses that lie outside the zone they are written in, by address, and by the one that the labels
   * spell where they stand in forward order.
   */
  readonly outsidePointers = new Map<NameId, Set<RecordId>>();
  /** Records outside their zone, by the names in it that they may be meant for. */
  readonly outsideRecords = new Map<NameId, Set<RecordId>>();
  /** Delegated names that were none before, or are none any more: what lies below them is to be made dirty, in slices. */
  readonly changedCuts = new Set<NameId>();
  /** Names below this lie below none of them, or were made dirty. */
  cutsFrom = 0;
  /** For names that a DNAME or the alias of a wildcard led to: those that were looked up. No record tells of these ways. */
  readonly ledFrom = new Map<NameId, Set<NameId>>();
  /** Names that were looked up and do not exist, or only by a wildcard. */
  readonly absentNames: AbsentNames;
  /** Counts the changes of what answers: zones that come and go, delegations. */
  version = 0;
  /** Counts the changes of records. */
  changeCount = 0;
  /** Names below this have been checked; the others are to be, in slices. */
  sweepFrom = 0;
  #classless: ReadonlyMap<NameId, readonly NameId[]> = new Map();
  #classlessAt = -1;
  #hasReverse = false;
  #reverseAt = -1;

  /** `expectedCount` is the number of names that there is to be room for at once. */
  constructor(
    { name, site }: { readonly name: string; readonly site: string },
    tables: { readonly names: NameTable; readonly records: RecordTable; readonly expectedCount: number },
  ) {
    this.absentNames = new AbsentNames(tables.names);
    this.name = name;
    this.site = site;
    this.index = new ViewIndex(name, tables.records, tables.expectedCount);
  }

  /** The zone held at an apex; undefined where none is, or where two files claim it. */
  zoneAt(apex: NameId): Zone | undefined {
    const zones = this.zones.get(apex);
    return zones?.length === 1 ? zones[0] : undefined;
  }

  /** A zone is gone: all that was found is made anew. */
  removeZone(zone: Zone): void {
    const left = this.zones.get(zone.apex)?.filter((other) => other !== zone) ?? [];
    if (left.length > 0) this.zones.set(zone.apex, left);
    else this.zones.delete(zone.apex);
    this.dirtyZones.delete(zone);
    this.sweepAgain();
  }

  /** The apexes of held classless reverse zones (RFC 2317) by the name above their label. */
  classlessZones(names: NameTable): ReadonlyMap<NameId, readonly NameId[]> {
    if (this.#classlessAt === this.version) return this.#classless;
    const found = new Map<NameId, NameId[]>();
    for (const apex of this.zones.keys()) {
      const parent = names.parent(apex);
      if (names.arpaKind(parent) !== ARPA4_ADDRESS - 1 || names.isAddress(apex)) continue;
      found.set(parent, [...(found.get(parent) ?? []), apex]);
    }
    this.#classlessAt = this.version;
    this.#classless = found;
    return found;
  }

  /** Whether a zone is held that addresses may have PTRs in, or that may delegate one. */
  hasReverseZone(names: NameTable): boolean {
    if (this.#reverseAt === this.version) return this.#hasReverse;
    this.#reverseAt = this.version;
    this.#hasReverse = false;
    for (const apex of this.zones.keys()) this.#hasReverse ||= apex === ROOT || names.isBelowOrAt(apex, names.arpa);
    return this.#hasReverse;
  }

  /** A look-up of a name went on to another one without an alias at the name itself. */
  noteLed(from: NameId, to: NameId): void {
    const names = this.ledFrom.get(to);
    if (names) names.add(from);
    else this.ledFrom.set(to, new Set([from]));
  }

  /** An MX record leads to a name. */
  noteMailHost(name: NameId): void {
    if (name >= this.#mailHosts.length) this.#mailHosts = grown(this.#mailHosts, Math.max(name + 1024, name * 2));
    this.#mailHosts[name] = 1;
  }

  /** Whether an MX record may lead to a name. */
  mayBeMailHost(name: NameId): boolean {
    return this.#mailHosts[name] === 1;
  }

  touch(name: NameId): void {
    if (name !== NO_NAME && name < this.sweepFrom) this.dirtyNames.add(name);
  }

  /** Makes dirty what was found of other names by looking at this one. */
  touchWatching(name: NameId): void {
    for (const zone of this.publicWatch.get(name) ?? []) this.dirtyZones.add(zone);
    if (this.watched.isOfMany(name)) this.#checkNamesAgain(name);
    else for (const key of this.watched.keysOf(name)) this.touch(key);
  }

  /** Notes that what is found of a name depends on the lines of a block. */
  watchLines(block: InstanceBlock, key: NameId): void {
    const keys = this.#lineWatch.get(block);
    if (keys) keys.add(key);
    else this.#lineWatch.set(block, new Set([key]));
  }

  /** Makes dirty what was found by looking at the lines of a block, which is read again or gone. */
  touchLines(block: InstanceBlock): void {
    const keys = this.#lineWatch.get(block);
    if (!keys) return;
    this.#lineWatch.delete(block);
    for (const key of keys) this.touch(key);
  }

  /** All names are to be checked again, where most may have looked at one. What is known of mail hosts stays. */
  #checkNamesAgain(watched: NameId): void {
    if (this.sweepFrom === 0) return;
    this.watched.forget(watched);
    this.version++;
    this.sweepFrom = 0;
    this.dirtyNames.clear();
    for (const zones of this.zones.values()) for (const zone of zones) this.dirtyZones.add(zone);
  }

  /** A name has become delegated, or is so no more. */
  changeCut(name: NameId): void {
    this.version++;
    // Mail hosts are read before the names are checked, so they may be read already.
    if (this.sweepFrom === 0 && !this.isMailRead) return;
    // Children have higher numbers than their parents.
    this.cutsFrom = this.changedCuts.size > 0 ? Math.min(this.cutsFrom, name) : name;
    this.changedCuts.add(name);
  }

  /** All findings are to be made anew, in slices: where a record has changed that answers for many names, or settings. */
  sweepAgain(): void {
    this.version++;
    if (this.isMailRead) for (const domain of this.mailDomains.keys()) this.dirtyMail.add(domain);
    this.isMailRead = false;
    if (this.sweepFrom === 0) return;
    this.sweepFrom = 0;
    this.dirtyNames.clear();
    this.fanOut.clear();
    this.dirtyNetworks.clear();
    this.changedCuts.clear();
    for (const zones of this.zones.values()) for (const zone of zones) this.dirtyZones.add(zone);
  }
}
