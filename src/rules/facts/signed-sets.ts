import type { PublicKey } from '../../dns/dnssec.ts';
import { ASTERISK } from '../../dns/name-meta.ts';
import type { NameId, NameTable } from '../../dns/name-table.ts';
import { TYPE_DNSKEY, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { placeOf, Rows } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { canonicalBytes } from '../../syntax/rdata/canonical-bytes.ts';
import { rdataBytes } from '../../syntax/rdata/rdata.ts';
import { numberToWire } from '../../syntax/rdata/reader.ts';
import { bytesOf } from '../../text/source.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { RootSets, type Sets } from './root-sets.ts';

/** A signature by a key of the zone itself. */
export interface ZoneSignature {
  readonly record: RecordId;
  readonly algorithm: number;
  readonly tag: number;
  readonly signature: Uint8Array;
  /** What was signed (RFC 4034 section 3.1.8.1); undefined where the labels do not fit the owner, so that it signs nothing. */
  readonly data: Uint8Array | undefined;
}

/** The signatures of the records of one name and type. */
export interface SignedSet {
  readonly owner: NameId;
  readonly type: number;
  /** Undefined where a record of the set, or a signature, can't be read as a whole: nobody knows what was signed. */
  readonly signatures: readonly ZoneSignature[] | undefined;
}

/** Reads the signed sets of a file of a zone, with what was signed in canonical form (RFC 4034 section 6). */
export class SignedSets {
  readonly sets: RootSets;
  readonly #root: Instance;
  readonly #store: Store;
  readonly #rows: Rows;
  readonly #signer: string;

  constructor(root: Instance, store: Store) {
    this.sets = new RootSets(root, store);
    this.#root = root;
    this.#store = store;
    this.#rows = new Rows(store);
    this.#signer = nameBytes(root.apex, store.names);
  }

  /** Whether there is a set with a signature. */
  isSigned(): boolean {
    for (const set of this.signed()) if (set) return true;
    return false;
  }

  /** The keys at the apex that can be read. */
  keys(): readonly PublicKey[] {
    const records = this.sets.at(this.#root.apex).get(TYPE_DNSKEY) ?? [];
    return records.flatMap((record) => {
      const bytes = this.#bytesOf(record);
      if (bytes === undefined) return [];
      const [protocol, algorithm] = [numberAt(bytes, 2, 1), numberAt(bytes, 3, 1)];
      return [{ flags: numberAt(bytes, 0, 2), protocol, algorithm, key: bytes.slice(4) }];
    });
  }

  /**
   * The sets that have signatures, in the order of the text; undefined now and then, as a place to stop. Signatures by
   * others than the zone, and those whose records are gone, are passed over.
   */
  *signed(): Generator<SignedSet | undefined, void, undefined> {
    for (const name of this.sets.names()) {
      const sets = name === undefined ? undefined : this.sets.at(name);
      if (name === undefined) yield undefined;
      else if (sets?.has(TYPE_RRSIG)) yield* this.#signedOf(name, sets);
    }
  }

  *#signedOf(owner: NameId, sets: Sets): Generator<SignedSet> {
    const signatures: { readonly record: RecordId; readonly bytes: string }[] = [];
    // What a line that can't be read holds may belong to any of the sets.
    let isUnclear = sets.has(TYPE_UNREADABLE);
    for (const record of sets.get(TYPE_RRSIG) ?? []) {
      const bytes = this.#bytesOf(record);
      if (bytes === undefined) isUnclear = true;
      else signatures.push({ record, bytes });
    }
    for (const [type, records] of sets) {
      const own = signatures.filter(({ bytes }) => numberAt(bytes, COVERED, 2) === type);
      if (own.length === 0) continue;
      const datas = isUnclear ? undefined : this.#canonical(type, records);
      const read = datas && own.flatMap((one) => this.#signature(one, { owner, type, datas }) ?? []);
      if (read === undefined || read.length > 0) yield { owner, type, signatures: read };
    }
  }

  /** The data of a set in canonical order, each once; undefined where one of them can't be read. */
  #canonical(type: number, records: readonly RecordId[]): readonly string[] | undefined {
    const datas: string[] = [];
    for (const record of records) {
      const bytes = this.#bytesOf(record);
      if (bytes === undefined) return undefined;
      datas.push(canonicalBytes(type, bytes));
    }
    if (datas.length === 1) return datas;
    return [...new Set(datas)].sort((a, b) => (a < b ? -1 : 1));
  }

  /** A signature with what it signs; undefined for one that another name has signed. */
  #signature(
    { record, bytes }: { readonly record: RecordId; readonly bytes: string },
    { owner, type, datas }: { readonly owner: NameId; readonly type: number; readonly datas: readonly string[] },
  ): ZoneSignature | undefined {
    const head = canonicalBytes(TYPE_RRSIG, bytes);
    if (!head.startsWith(this.#signer, SIGNER)) return undefined;
    const end = SIGNER + this.#signer.length;
    const name = this.#signedName(owner, numberAt(bytes, LABELS, 1));
    const start =
      name +
      numberToWire(type, 2) +
      numberToWire(this.#root.zoneClass, 2) +
      bytes.slice(ORIGINAL_TTL, ORIGINAL_TTL + 4);
    const signed = datas.map((data) => start + numberToWire(data.length, 2) + data).join('');
    return {
      record,
      algorithm: numberAt(bytes, ALGORITHM, 1),
      tag: numberAt(bytes, TAG, 2),
      signature: bytesOf(bytes.slice(end), 'latin1'),
      data: name === undefined ? undefined : bytesOf(head.slice(0, end) + signed, 'latin1'),
    };
  }

  /** The owner as it was signed: with fewer labels, that of the wildcard above it (RFC 4035 section 5.3.2). */
  #signedName(owner: NameId, labels: number): string | undefined {
    const { names } = this.#store;
    let count = 0;
    for (let node = owner; node > 0; node = names.parent(node)) count++;
    const label = names.label(owner);
    const isWildcard = label.length === 1 && label[0] === ASTERISK;
    const left = (isWildcard ? count - 1 : count) - labels;
    if (left < 0) return undefined;
    if (left === 0) return nameBytes(owner, names);
    let node = owner;
    for (let step = 0; step < count - labels; step++) node = names.parent(node);
    return `\x01*${nameBytes(node, names)}`;
  }

  #bytesOf(id: RecordId): string | undefined {
    const record = new ZoneRecord(this.#store, id);
    if (record.generated) return undefined;
    const { origin } = stateBefore(this.#rows, placeOf(record));
    const { zoneClass, file } = record.block.instance;
    return rdataBytes(record.type, record.rdata(), this.#store.names.text(origin), {
      classNumber: zoneClass,
      encoding: file.document.encoding,
    });
  }
}

/** Where the fields of an RRSIG record begin (RFC 4034 section 3.1). */
const [COVERED, ALGORITHM, LABELS, ORIGINAL_TTL, TAG, SIGNER] = [0, 2, 3, 4, 16, 18] as const;

function nameBytes(name: NameId, names: NameTable): string {
  let bytes = '';
  for (let node = name; node > 0; node = names.parent(node)) {
    const label = names.label(node);
    bytes += String.fromCharCode(label.length, ...label);
  }
  return `${bytes}\0`;
}

function numberAt(bytes: string, start: number, size: 1 | 2): number {
  const first = bytes.charCodeAt(start);
  return size === 1 ? first : first * 256 + bytes.charCodeAt(start + 1);
}
