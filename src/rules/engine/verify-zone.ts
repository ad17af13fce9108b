import { keyId, keyTag, ZONE_KEY } from '../../dns/dnssec.ts';
import type { CheckingKey, SignatureChecker } from '../../ports/signature-checker.ts';
import { bytesOf } from '../../text/source.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { Store } from '../../workspace/store.ts';
import { isComplete, recordsNow } from '../facts/root-sets.ts';
import { type SignedSet, SignedSets, type ZoneSignature } from '../facts/signed-sets.ts';
import { type BadSignature, isSame, type VerifiedZone } from '../facts/verified-zones.ts';

/** What verifies, and how long it may. */
export interface Verifying {
  readonly checker: SignatureChecker;
  /** Called often: a rest, in which texts may change; false where nobody waits for the answer any more. */
  readonly rest: () => Promise<boolean>;
}

/** Why the signatures of a zone were not verified. */
export type NotVerified = 'not-signed' | 'no-keys' | 'signed-by-server' | 'incomplete' | 'changed' | 'cancelled';

/** Sets that are verified at a time, while the next ones are read. */
const AT_ONCE = 128;

/** Verifies the signatures in the file of a zone by the keys at its apex (RFC 4035 section 5.3); times are not looked at. */
export async function verifyZone(
  root: Instance,
  store: Store,
  { checker, rest }: Verifying,
): Promise<VerifiedZone | NotVerified> {
  const reader = new SignedSets(root, store);
  const why = whyNot(root, reader);
  if (why !== undefined) return why;
  const records = recordsNow(root);
  const judge = new Judge(keysOf(reader, checker), checker);
  let chunk: SignedSet[] = [];
  let running = Promise.resolve();
  for (const set of reader.signed()) {
    if (set) chunk.push(set);
    if (set && chunk.length < AT_ONCE) continue;
    if (chunk.length >= AT_ONCE) {
      await running;
      running = judge.take(chunk);
      chunk = [];
    }
    if (!(await rest())) return 'cancelled';
    if (!isSame(records, recordsNow(root))) return 'changed';
  }
  await running;
  await judge.take(chunk);
  const result = judge.result();
  return { ...result, bad: result.bad.filter(({ owner }) => !reader.sets.isOccluded(owner)) };
}

function whyNot(root: Instance, reader: SignedSets): NotVerified | undefined {
  if (!reader.isSigned()) return 'not-signed';
  if (root.zone?.traits.signed) return 'signed-by-server';
  if (!isComplete(root)) return 'incomplete';
  return reader.keys().length === 0 ? 'no-keys' : undefined;
}

/** The keys by `keyId`; several may have the same tag. Undefined stands for a key that is none. */
type Keys = ReadonlyMap<number, readonly (CheckingKey | undefined)[]>;

function keysOf(reader: SignedSets, checker: SignatureChecker): Keys {
  const keys = new Map<number, (CheckingKey | undefined)[]>();
  for (const key of reader.keys()) {
    if ((key.flags & ZONE_KEY) === 0) continue;
    const id = keyId(keyTag(key), key.algorithm);
    keys.set(id, [...(keys.get(id) ?? []), checker.key(key.algorithm, bytesOf(key.key, 'latin1'))]);
  }
  return keys;
}

/** Judges sets, and sums up. */
class Judge {
  readonly #keys: Keys;
  readonly #checker: SignatureChecker;
  readonly #byKey = new Map<number, number>();
  readonly #unknown = new Map<number, number>();
  readonly #bad: BadSignature[] = [];
  #checked = 0;
  #noKey = 0;
  #unclear = 0;

  constructor(keys: Keys, checker: SignatureChecker) {
    this.#keys = keys;
    this.#checker = checker;
  }

  async take(sets: readonly SignedSet[]): Promise<void> {
    const judged = await Promise.all(sets.map((set) => this.#judge(set)));
    for (const bad of judged) this.#bad.push(...bad);
  }

  result(): VerifiedZone {
    return {
      byKey: this.#byKey,
      checked: this.#checked,
      bad: this.#bad,
      unknown: this.#unknown,
      noKey: this.#noKey,
      unclear: this.#unclear,
    };
  }

  async #judge({ owner, type, signatures }: SignedSet): Promise<readonly BadSignature[]> {
    if (!signatures) this.#unclear++;
    const known = signatures?.filter((one) => this.#isKnown(one)) ?? [];
    const good = await Promise.all(known.map((one) => this.#isGood(one)));
    const hasOther = good.includes(true);
    return known
      .filter((_, i) => !good[i])
      .map(({ record, tag, algorithm }) => ({ record, owner, type, tag, algorithm, hasOther }));
  }

  /** Whether there is a key for a signature, and a way to verify it; counts it. */
  #isKnown({ tag, algorithm }: ZoneSignature): boolean {
    if (!this.#checker.knows(algorithm)) {
      this.#unknown.set(algorithm, (this.#unknown.get(algorithm) ?? 0) + 1);
      return false;
    }
    const id = keyId(tag, algorithm);
    if (!this.#keys.has(id)) {
      this.#noKey++;
      return false;
    }
    this.#checked++;
    this.#byKey.set(id, (this.#byKey.get(id) ?? 0) + 1);
    return true;
  }

  async #isGood({ tag, algorithm, data, signature }: ZoneSignature): Promise<boolean> {
    if (!data) return false;
    for (const key of this.#keys.get(keyId(tag, algorithm)) ?? []) if (await key?.verify(data, signature)) return true;
    return false;
  }
}
