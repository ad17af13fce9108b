import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import { Rows } from '../../edits/rows.ts';
import { Held } from '../../workspace/held.ts';
import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import { MailHosts } from '../../workspace/mail.ts';
import { networkOf } from '../../workspace/network.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import type { View } from '../../workspace/view.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { Inquiries } from '../facts/inquiries.ts';
import { Memory } from '../facts/memory.ts';
import { NetworkCase } from '../facts/network-case.ts';
import { SeriesByNetwork } from '../facts/network-series.ts';
import type { Finding, PointerInquiry, Report, Rule, RuleContext, RuleSettings } from '../rule.ts';
import type { CountedRecords } from './counted-records.ts';
import type { NameFindings } from './finding-book.ts';
import { PlainNetworks } from './plain-networks.ts';
import { type Asker, SilencedRecords } from './silenced-records.ts';

/** What is found of most names. */
export const NOTHING: readonly Finding[] = [];

/** So many names that the evaluation at hand watches are remembered: its rules look at the same ones. */
const WATCHED_KEPT = 16;

/** Which of the zones that answer was found for a parent last, and which names may be apexes, by low bits. */
const MEMO_SIZE = 256;
const MEMO_MASK = MEMO_SIZE - 1;

/** The context of one view, with what the evaluation at hand has said so far. */
export class ViewContext implements RuleContext {
  readonly store: Store;
  /** The findings of the view's names. */
  readonly found: NameFindings;
  readonly held: Held;
  readonly mail: MailHosts;
  readonly series: SeriesByNetwork;
  readonly networks: PlainNetworks;
  readonly counted: CountedRecords;
  readonly otherViews: () => readonly RuleContext[];
  readonly bytes = new Uint8Array(256);
  readonly blocksWithoutSelfAssigned = new WeakSet<Int32Array>();
  readonly inquiries = new Inquiries();
  readonly memory = new Memory();
  readonly #silenced: SilencedRecords;
  readonly #readSettings: () => RuleSettings;
  /** As they were when the step at hand began: asked for a million times. */
  settings: RuleSettings;
  #key: NameId = -1;
  #speaker: Rule | undefined;
  /** Names that are watched for the key, some of them. */
  readonly #watched = new Int32Array(WATCHED_KEPT);
  #watchedCount = 0;
  /** Whether nothing was said or claimed since the evaluation at hand began, as of nearly all names. */
  #isBlank = true;
  #findings: Finding[] = [];
  /** What findings explain; those said last are put into the set once somebody asks, as an address may have a million names. */
  readonly #claimed = new Set<RecordId>();
  #claimedLast: (readonly ZoneRecord[])[] = [];
  readonly #networks = new Map<NameId, NetworkCase>();
  readonly #bareHosts = new Map<NameId, readonly NameId[]>();
  #bareHostsVersion = -1;
  #networksVersion = -1;
  #networksChanges = -1;
  readonly #memoParents = new Int32Array(MEMO_SIZE);
  readonly #memoZones: (Zone | undefined)[] = [];
  readonly #mayBeApex = new Uint8Array(MEMO_SIZE);
  #memoVersion = -1;
  #rows: Rows;
  #rowsVersion: number;

  constructor(
    store: Store,
    view: View,
    found: NameFindings,
    how: {
      readonly settings: () => RuleSettings;
      readonly otherViews: () => readonly RuleContext[];
      readonly counted: CountedRecords;
    },
  ) {
    this.store = store;
    this.#rows = new Rows(store);
    this.#rowsVersion = store.textVersion;
    this.found = found;
    this.held = new Held(store, view);
    this.mail = new MailHosts(this.held);
    this.series = new SeriesByNetwork(this.held);
    this.#silenced = new SilencedRecords(view);
    this.networks = new PlainNetworks(this);
    this.#readSettings = how.settings;
    this.settings = how.settings();
    this.otherViews = how.otherViews;
    this.counted = how.counted;
  }

  /** Takes the settings as they are now. */
  renewSettings(): void {
    this.settings = this.#readSettings();
  }

  /** Kept while no text changes: a thousand fixes may be asked for together. */
  get rows(): Rows {
    if (this.store.textVersion !== this.#rowsVersion) {
      this.#rowsVersion = this.store.textVersion;
      this.#rows = new Rows(this.store);
    }
    return this.#rows;
  }

  readonly baselineSerial = (zone: Zone): number | undefined => this.settings.baselineSerial?.(zone);

  readonly isClaimed = (record: RecordId): boolean => {
    if (this.#isBlank) return false;
    if (this.#claimedLast.length > 0) {
      for (const records of this.#claimedLast) for (const { id } of records) this.#claimed.add(id);
      this.#claimedLast = [];
    }
    return this.#claimed.has(record);
  };

  readonly claim = (record: ZoneRecord): void => {
    this.#isBlank = false;
    this.#claimed.add(record.id);
  };

  readonly count = (record: RecordId): void => {
    if (this.#speaker?.scope === 'name') this.counted.mark(record, this.counted.bitOf(this.#speaker));
  };

  readonly watch = (name: NameId): void => {
    // It is checked again with its own records anyway.
    if (name === this.#key) return;
    for (let i = 0; i < this.#watchedCount; i++) if (this.#watched[i] === name) return;
    if (this.#watchedCount < WATCHED_KEPT) this.#watched[this.#watchedCount++] = name;
    this.held.view.watched.add(name, this.#key);
  };

  /** The names that are watched for the key, or all that are remembered of them. */
  watchedNames(): readonly NameId[] {
    return [...this.#watched.subarray(0, this.#watchedCount)];
  }

  readonly watchLines = (block: InstanceBlock): void => this.held.view.watchLines(block, this.#key);

  readonly isSilenced = (rule: string, record: ZoneRecord, by: Asker = { key: this.#key }): boolean =>
    this.#silenced.isSilenced(rule, record, by, this.settings);

  readonly maySilence = (rule: string, block: InstanceBlock, by: Asker): boolean =>
    this.#silenced.maySilence(rule, block, by, this.settings);

  /** Makes dirty what hangs on comments that have come or gone. */
  lookAtComments(): void {
    if (this.#silenced.look(this.#readSettings())) this.forgetNetworks();
  }

  readonly inquire = ({ inquiries }: RuleContext, inquiry: PointerInquiry): void => {
    const { path, owner, target, address, answer, ask } = inquiry;
    const key = this.#key;
    const { view } = this.held;
    // One key asks of a PTR for several addresses, where aliases lead to it: none takes the place of another.
    const id = `${view.name} ${key} ${owner} ${target} ${address} ${path}`;
    const changed = (): void => {
      this.forgetNetworks();
      view.touch(key);
      view.dirtyNetworks.add(networkOf(this.store.names, owner));
    };
    for (const name of new Set([address, owner])) inquiries.keep(name, id, { answer, ask, changed });
  };

  /** What was worked out of a network is kept as long as no record and no zone changes. */
  readonly network = (address: NameId): NetworkCase => this.#networkAt(networkOf(this.store.names, address));

  /** What was worked out of networks may be other: mail hosts are left out of it, and what other views speak of. */
  forgetNetworks(): void {
    this.#networks.clear();
  }

  #networkAt(name: NameId): NetworkCase {
    const { version } = this.held.view;
    const { count: changeCount } = this.store.changes;
    if (version !== this.#networksVersion || changeCount !== this.#networksChanges) {
      this.#networksVersion = version;
      this.#networksChanges = changeCount;
      this.#networks.clear();
    }
    let network = this.#networks.get(name);
    if (!network) {
      network = new NetworkCase(this, name);
      this.#networks.set(name, network);
    }
    return network;
  }

  /**
   * Whether the addresses that lack a PTR in a network without any are others than when this was asked last: then what is
   * said of the network is to be said anew. Of most changes of an address's names they are the same.
   */
  haveBareHostsChanged(network: NameId): boolean {
    const { version } = this.held.view;
    if (version !== this.#bareHostsVersion) {
      this.#bareHostsVersion = version;
      this.#bareHosts.clear();
    }
    const { bareHosts } = this.#networkAt(network);
    const before = this.#bareHosts.get(network);
    this.#bareHosts.set(network, bareHosts);
    return before?.length !== bareHosts.length || before.some((host, i) => host !== bareHosts[i]);
  }

  /** All addresses of a network are checked again. */
  forgetBareHosts(network: NameId): void {
    this.#bareHosts.delete(network);
  }

  begin(key: NameId): void {
    this.#key = key;
    this.#watchedCount = 0;
    if (this.#isBlank) return;
    this.#isBlank = true;
    this.#findings = [];
    this.#claimed.clear();
    if (this.#claimedLast.length > 0) this.#claimedLast = [];
  }

  findings(): readonly Finding[] {
    return this.#isBlank || this.#findings.length === 0 ? NOTHING : this.#findings;
  }

  /** Where a rule says what it finds: until the next one is given the word. One function serves all, as millions are asked. */
  sayer(rule: Rule): (report: Report) => void {
    this.#speaker = rule;
    return this.#say;
  }

  readonly #say = (report: Report): void => {
    this.#isBlank = false;
    if (report.claims) this.#claimedLast.push(report.claims);
    if (this.#speaker && !this.isOfGuest(report)) this.#findings.push(this.finding(this.#speaker, report, this.#key));
  };

  /** Whether it is about a file of another site, which is judged by the zones of its own. */
  isOfGuest({ at }: Report): boolean {
    if (at.kind === 'record') return this.store.blockOf(at.record)?.instance.isGuest === true;
    return at.kind === 'block' && at.block.instance.isGuest;
  }

  /** A report as it is kept: what it claims counts while its name is checked, and may be a million records. */
  finding(rule: Rule, report: Report, key: NameId): Finding {
    const { at, message, severity = rule.severity === 'off' ? 'information' : rule.severity } = report;
    // One of what may be a million: what most lack is put to the others, and not spread into all.
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = { rule: rule.id, severity, key, at, message };
    if (report.related) finding.related = report.related;
    if (report.counterpart) finding.counterpart = report.counterpart;
    if (report.counterpartMessage !== undefined) finding.counterpartMessage = report.counterpartMessage;
    if (report.data) finding.data = report.data;
    if (report.more) finding.more = report.more;
    return finding;
  }

  /**
   * Whether the zone of a record is the one that answers for its owner. The answer for the names below one parent is
   * the same as long as nothing is held at or above them but the zone itself, so it is kept for the next call.
   */
  answersDirectly(owner: NameId, record: RecordId): boolean {
    const zone = this.store.blockOf(record)?.instance.zone;
    if (!zone) return false;
    const { view } = this.held;
    if (view.version !== this.#memoVersion) this.#forgetZones(view.version);
    if (this.#mayBeApex[owner & MEMO_MASK] !== 0 && view.zones.has(owner)) return view.zoneAt(owner) === zone;
    const parent = this.store.names.parent(owner);
    const slot = parent & MEMO_MASK;
    if (this.#memoParents[slot] !== parent) {
      this.#memoParents[slot] = parent;
      this.#memoZones[slot] = this.held.zoneOf(parent);
    }
    return this.#memoZones[slot] === zone;
  }

  /**
   * The PTR of an address with one name and one PTR that lead to each other and that their zones answer with: the case
   * of nearly all addresses. -1 for all others.
   */
  confirmedPointer(address: NameId): RecordId {
    const { records, names } = this.store;
    const { index } = this.held.view;
    const pointer = index.firstAt(address);
    if (pointer < 0 || records.type[pointer] !== TYPE_PTR || records.nextAt(pointer) !== -1) return -1;
    const target = records.data[pointer] as number;
    const record = index.firstTo(address);
    if (record < 0 || records.nextTo(record) !== -1 || records.owner[record] !== target) return -1;
    const type = records.type[record];
    if (type !== TYPE_A && type !== TYPE_AAAA) return -1;
    if (records.nextAt(record) !== -1 || index.firstAt(target) !== record || names.isWildcard(target)) return -1;
    return this.answersDirectly(address, pointer) && this.answersDirectly(target, record) ? pointer : -1;
  }

  #forgetZones(version: number): void {
    this.#memoVersion = version;
    this.#memoParents.fill(-1);
    this.#mayBeApex.fill(0);
    for (const apex of this.held.view.zones.keys()) this.#mayBeApex[apex & MEMO_MASK] = 1;
  }
}
