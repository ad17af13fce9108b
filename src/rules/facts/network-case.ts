import { ARPA6, type NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { rowKey } from '../../edits/rows.ts';
import { phrase } from '../../language/phrase.ts';
import type { InstanceBlock } from '../../workspace/instance.ts';
import { addressesIn, isBare } from '../../workspace/network.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { AddressCase } from './address-case.ts';
import { addressServedAt } from './lone-pointer.ts';
import { isSelfAssigned, lacksPointer, missingRecords } from './missing.ts';
import type { GeneratedRow, NetworkFacts } from './network-facts.ts';
import { isJudgedElsewhere } from './shared-line.ts';

const NO_HOSTS: ReadonlySet<NameId> = new Set();
const MISSING = 'ptr-missing';

/** A row of generated PTRs that is being filled. */
class GeneratedPointers implements GeneratedRow {
  readonly #ctx: RuleContext;
  #wrong: readonly ZoneRecord[] | undefined;
  readonly confirmed: ZoneRecord[] = [];
  /** Those whose target has no address or another one. */
  readonly unconfirmed: { readonly pointer: ZoneRecord; readonly address: AddressCase }[] = [];
  /** The A and AAAA records that $GENERATE makes for the same addresses or targets: one of each line. */
  readonly forward: ZoneRecord[] = [];

  constructor(ctx: RuleContext) {
    this.#ctx = ctx;
  }

  /** Those that are not confirmed and that no other view speaks of. */
  get wrong(): readonly ZoneRecord[] {
    this.#wrong ??= this.unconfirmed
      .filter(({ pointer, address }) => !isJudgedElsewhere(pointer, address, this.#ctx))
      .map(({ pointer }) => pointer);
    return this.#wrong;
  }
}

/**
 * What is to be said of 256 neighbouring addresses together, worked out when asked for. It holds until the next change
 * of a record: a change at one address makes all of its network dirty where that matters.
 */
export class NetworkCase implements NetworkFacts {
  readonly #ctx: RuleContext;
  /** The name above the reverse names. */
  readonly network: NameId;
  #names: readonly NameId[] | undefined;
  #generated: ReadonlyMap<number, GeneratedPointers> | undefined;
  #missing: readonly ZoneRecord[] | undefined;
  #bareHosts: readonly NameId[] | undefined;
  /** Known once `bareHosts` are. */
  silencedHosts: ReadonlySet<NameId> = NO_HOSTS;

  constructor(ctx: RuleContext, network: NameId) {
    this.#ctx = ctx;
    this.network = network;
  }

  /** The addresses as people write them: `192.0.2.0/24`. */
  get text(): string {
    const { names } = this.#ctx.store;
    // The first that something is said of: of others the names may be known from what stood in the texts before.
    const first = this.bareHosts[0] ?? this.names[0];
    if (first === undefined) return '';
    const text = this.#ctx.held.addressText(first) ?? '';
    return names.arpaKind(first) < ARPA6 ? text.replace(/\d+$/, '0/24') : phrase`${text} and its neighbours`;
  }

  /** The reverse names that are known, in the order of the addresses. */
  get names(): readonly NameId[] {
    this.#names ??= addressesIn(this.#ctx.store.names, this.network);
    return this.#names;
  }

  /**
   * The addresses that lack a PTR, where the whole network has none; empty elsewhere. Mail hosts are not among them, nor
   * those at which a comment silences that, or that a baseline has: each is said by itself.
   */
  get bareHosts(): readonly NameId[] {
    if (!this.#bareHosts) {
      const hosts = this.#isBare() ? this.#missingHosts : [];
      this.silencedHosts = this.#silencedOf(hosts);
      this.#bareHosts = this.silencedHosts.size === 0 ? hosts : hosts.filter((host) => !this.silencedHosts.has(host));
    }
    return this.#bareHosts;
  }

  #silencedOf(hosts: readonly NameId[]): ReadonlySet<NameId> {
    const { held, store, settings, isSilenced, maySilence } = this.#ctx;
    const { isKnown } = settings;
    const known = isKnown ? hosts.filter((host) => isKnown(MISSING, held.view.name, store.names.text(host))) : [];
    const by = { network: this.network };
    const blocks = new Set<InstanceBlock>();
    for (const host of hosts)
      for (let id = held.view.index.firstTo(host); id >= 0; id = store.records.nextTo(id)) {
        const block = store.blockOf(id);
        if (block) blocks.add(block);
      }
    // All are watched, and nearly none has a comment.
    if ([...blocks].filter((block) => maySilence(MISSING, block, by)).length === 0)
      return known.length === 0 ? NO_HOSTS : new Set(known);
    const silenced = this.#missingRecords.filter((record) => isSilenced(MISSING, record, by));
    return new Set([...known, ...silenced.map(({ data }) => data)]);
  }

  /** The addresses that lack a PTR and that the same $GENERATE line makes as this record. */
  missingWith(record: ZoneRecord): readonly NameId[] {
    return this.#missingRecords.filter((other) => isSameRow(record, other)).map(({ data }) => data);
  }

  /** All that the $GENERATE line of a PTR makes in this network; undefined for other PTRs and for mail hosts'. */
  generatedWith(pointer: ZoneRecord): GeneratedPointers | undefined {
    if (!pointer.generated) return undefined;
    this.#generated ??= this.#groupGenerated();
    return this.#generated.get(pointer.id);
  }

  /** What the $GENERATE line of PTRs makes that belongs to an A or AAAA record's own $GENERATE line; best one that confirms some. */
  generatedFor(record: ZoneRecord): GeneratedPointers | undefined {
    if (!record.generated) return undefined;
    this.#generated ??= this.#groupGenerated();
    const rows = [...new Set(this.#generated.values())].filter(({ forward }) =>
      forward.some((other) => isSameRow(other, record)),
    );
    return rows.find(({ confirmed }) => confirmed.length > 0) ?? rows[0];
  }

  #isBare(): boolean {
    const { held, store } = this.#ctx;
    return store.names.arpaKind(this.network) > 0 && isBare(held.view, store.records, this.network);
  }

  /** The addresses that lack a PTR; mail hosts and self-assigned addresses left out. */
  get #missingHosts(): readonly NameId[] {
    const { held, mail } = this.#ctx;
    return this.names.filter((address) => {
      if (mail.reasons(address).length > 0) return false;
      const addressCase = new AddressCase(held, mail, address);
      return lacksPointer(addressCase, this.#ctx) && !isSelfAssigned(addressCase, this.#ctx);
    });
  }

  /** For each of these the record that says so. */
  get #missingRecords(): readonly ZoneRecord[] {
    const { held, mail } = this.#ctx;
    this.#missing ??= this.#missingHosts.flatMap((address) =>
      missingRecords(new AddressCase(held, mail, address), this.#ctx).slice(0, 1),
    );
    return this.#missing;
  }

  #groupGenerated(): ReadonlyMap<number, GeneratedPointers> {
    const rows = new Map<string, GeneratedPointers>();
    const found = new Map<number, GeneratedPointers>();
    const { held, mail } = this.#ctx;
    for (const pointer of this.names.flatMap((name) => held.recordsAt(name, TYPE_PTR))) {
      if (!pointer.generated || !held.answers(pointer)) continue;
      const addressCase = new AddressCase(held, mail, addressServedAt(held, pointer.owner), pointer.owner);
      if (addressCase.isMailHost) continue;
      const key = rowKey(pointer);
      const row = rows.get(key) ?? new GeneratedPointers(this.#ctx);
      rows.set(key, row);
      found.set(pointer.id, row);
      const standing = addressCase.standing(pointer);
      if (standing === 'confirmed') row.confirmed.push(pointer);
      else if (standing !== 'unknown') row.unconfirmed.push({ pointer, address: addressCase });
      const answer = addressCase.targetAnswer(pointer);
      for (const record of [...addressCase.records, ...(answer.kind === 'records' ? answer.records : [])])
        if (record.generated && !row.forward.some((other) => isSameRow(other, record))) row.forward.push(record);
    }
    return found;
  }
}

function isSameRow(a: ZoneRecord, b: ZoneRecord): boolean {
  return a.row === b.row && a.block === b.block;
}
