import { ARPA6_ADDRESS, type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Answer } from '../../workspace/answer.ts';
import type { Held } from '../../workspace/held.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { MailHosts } from '../../workspace/mail.ts';
import type { MailReason } from '../../workspace/mail-reason.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';

/**
 * How a PTR stands to its address. `confirmed`: its target has the address. `mismatch`: the target has addresses of the
 * family, and this is not one. `no-address`: the target is held and has none. `unknown`: nobody here knows.
 */
export type Standing = 'confirmed' | 'mismatch' | 'no-address' | 'unknown';

/** All that is held of one address, worked out when asked for and then kept. */
export class AddressCase {
  readonly #held: Held;
  readonly #mail: MailHosts;
  /** The reverse name; -1 where PTR records stand at a name that is no address's. */
  readonly address: NameId;
  /** Where the PTR records are looked for: the reverse name, or the owner in a classless zone whose parent is not held. */
  readonly owner: NameId;
  #records: readonly ZoneRecord[] | undefined;
  #answer: Answer | undefined;
  #zone: Zone | undefined | null = null;
  readonly #standings = new Map<number, { standing: Standing; answer: Answer }>();

  constructor(held: Held, mail: MailHosts, address: NameId, owner: NameId = address) {
    this.#held = held;
    this.#mail = mail;
    this.address = address;
    this.owner = owner;
  }

  get isIp6(): boolean {
    const { names } = this.#held.store;
    return this.owner === this.address
      ? names.arpaKind(this.address) === ARPA6_ADDRESS
      : names.isBelowOrAt(this.owner, names.ip6Arpa);
  }

  /** The address as people write it; the owner's name where it is none. */
  get text(): string {
    return this.#held.addressText(this.address) ?? this.#held.text(this.owner).slice(0, -1);
  }

  /** A or AAAA: the type that belongs to the address. */
  get type(): number {
    return this.isIp6 ? TYPE_AAAA : TYPE_A;
  }

  /** The A or AAAA records of the address. It may have a million: where one tells enough, see `hasRecord`. */
  get records(): readonly ZoneRecord[] {
    this.#records ??= this.address === NO_NAME ? [] : this.#held.addressRecords(this.address);
    return this.#records;
  }

  /** Whether one of its A or AAAA records is as wanted. */
  hasRecord(isWanted: (record: ZoneRecord) => boolean): boolean {
    if (this.#records) return this.#records.some(isWanted);
    return this.address !== NO_NAME && this.#held.hasAddressRecord(this.address, isWanted);
  }

  /** What the held zones answer to a question for the address's PTR. */
  get answer(): Answer {
    this.#answer ??= this.#held.pointers(this.owner);
    return this.#answer;
  }

  /** The zone in which the answer is, or would be; undefined where it is not held. */
  get reverseZone(): Zone | undefined {
    if (this.#zone === null) this.#zone = this.answer.kind === 'loop' ? undefined : this.#held.zoneOf(this.answer.name);
    return this.#zone;
  }

  /** The PTR records that answer, through classless delegation too. A wildcard's count, but see `answer`. */
  get pointers(): readonly ZoneRecord[] {
    return this.answer.kind === 'records' ? this.answer.records : [];
  }

  /** The PTR records written at the reverse name itself, whether or not they answer. */
  get writtenPointers(): readonly ZoneRecord[] {
    return this.#held.recordsAt(this.owner, TYPE_PTR);
  }

  standing(pointer: ZoneRecord): Standing {
    return this.#stand(pointer).standing;
  }

  /** What the held zones answer to a question for the addresses of the PTR's target. */
  targetAnswer(pointer: ZoneRecord): Answer {
    return this.#stand(pointer).answer;
  }

  /** Whether receivers look at this address; of a host of a hundred thousand domains the reasons are not put in order for it. */
  get isMailHost(): boolean {
    return this.#mail.sends(this.address);
  }

  /** Why receivers look at this address: the domains that send mail from it. Empty: no mail host. */
  get mail(): readonly MailReason[] {
    return this.#mail.reasons(this.address);
  }

  #stand(pointer: ZoneRecord): { standing: Standing; answer: Answer } {
    const known = this.#standings.get(pointer.id);
    if (known) return known;
    const answer =
      pointer.data === NO_NAME
        ? ({ kind: 'unknown', name: NO_NAME, aliases: [] } as const)
        : this.#held.lookup(pointer.data, this.type);
    const result = { standing: this.#judge(answer), answer };
    this.#standings.set(pointer.id, result);
    return result;
  }

  #judge(answer: Answer): Standing {
    switch (answer.kind) {
      case 'records':
        if (this.address === NO_NAME) return 'unknown';
        return this.#held.leadsTo(answer, this.address) ? 'confirmed' : 'mismatch';
      case 'none':
        return 'no-address';
      case 'loop':
        return 'no-address';
      case 'unknown':
        return 'unknown';
    }
  }
}
