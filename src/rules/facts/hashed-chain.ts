import { compareCanonical } from '../../dns/canonical-order.ts';
import { NameHasher } from '../../dns/hashed-name.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_DS, TYPE_NSEC3 } from '../../dns/type-codes.ts';
import { NO_TYPES } from '../../dns/type-sums.ts';
import { typeCode } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { decodeHex, isBinaryFault } from '../../syntax/rdata/binary.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { AllProven } from './all-proven.ts';
import { type HashedOwners, hashedOwners } from './hashed-owners.ts';
import { isLastOfName } from './name-order.ts';
import { NameSets } from './name-sets.ts';
import { isDelegation, isExplained, sumOfTypes, typesDiffer } from './name-types.ts';
import { isOccluded, OccludedBelow } from './occluded.ts';
import { shown } from './pairing.ts';
import { type ChainFault, isUnread } from './plain-chain.ts';
import { startOfChain } from './proofs.ts';
import { OF_HASH, quickTypes, UNSURE } from './quick-types.ts';
import { rdataFields } from './rdata-fields.ts';
import type { SignedZone } from './signed-columns.ts';

/** Names are hashed where that is so much work at most; beyond, only what the records say of each other is looked at. */
const MOST_HASHES = 300_000;
const SLICE = 64;

/**
 * What is wrong with the NSEC3 records of a zone with these parameters: the chain of the hashes, then, name by name,
 * whether its hash is there and lists its types.
 */
export function* hashedChainFault(
  signed: SignedZone,
  parameter: ZoneRecord,
  ctx: RuleContext,
): Generator<void, ChainFault | undefined> {
  const fields = rdataFields(parameter, ctx);
  const salt = decodeHex(fields?.[3] === '-' ? '' : (fields?.[3] ?? 'x'));
  if (fields?.[0] !== '1' || isBinaryFault(salt)) return undefined;
  const owners = yield* hashedOwners(signed, ctx);
  const isInOrder = (yield* startOfChain(signed, TYPE_NSEC3, ctx)) >= 0;
  const link = isInOrder ? undefined : brokenLink(owners, signed, ctx);
  if (link) return link;
  const iterations = Number(fields[2]);
  if (owners.size * (iterations + 1) > MOST_HASHES) return undefined;
  const hasher = new NameHasher(ctx.store.names, {
    iterations,
    salt: Uint8Array.from(salt.bytes, (octet) => octet.charCodeAt(0)),
  });
  const proofs = {
    ...{ owners, hasher, below: new OccludedBelow(signed.zone, ctx) },
    ...{ empty: new Set<NameId>(), spared: new Set<NameId>() },
  };
  if (isInOrder && (yield* areAllProven(signed, proofs, ctx))) return undefined;
  return yield* unproven(signed, proofs, ctx);
}

/** What is wrong where NSEC3 records are the only proofs, and nothing tells servers how names are hashed (RFC 5155 section 4). */
export function lacksParameters(apex: NameId, ctx: RuleContext): ChainFault {
  return {
    at: apexAnchor(apex, ctx),
    message: phrase`${shown(ctx, apex)} has NSEC3 records and no NSEC3PARAM record, by which servers find them`,
  };
}

function brokenLink(hashed: HashedOwners, { records, zone }: SignedZone, ctx: RuleContext): ChainFault | undefined {
  const { names } = ctx.store;
  const { owner } = ctx.store.records;
  const owners = new Map<NameId, RecordId>(hashed.records.map((record) => [owner[record] as NameId, record]));
  const led = new Set<NameId>();
  let backwards = 0;
  for (const [name, record] of owners) {
    const following = records.following(record);
    led.add(following);
    if (compareCanonical(names, name, following) >= 0) backwards++;
  }
  if (owners.size > 0 && backwards === 1 && led.size === owners.size && [...led].every((name) => owners.has(name)))
    return undefined;
  const order = [...owners.keys()].sort((a, b) => compareCanonical(names, a, b));
  const at = order.findIndex(
    (name, i) => records.following(owners.get(name) as RecordId) !== (order[i + 1] ?? order[0]),
  );
  if (at < 0)
    return {
      at: apexAnchor(zone.apex, ctx),
      message: phrase`${shown(ctx, zone.apex)} has NSEC3PARAM and no NSEC3 record`,
    };
  const record = new ZoneRecord(ctx.store, owners.get(order[at] as NameId) as RecordId);
  if (isUnread(records.following(record.id), ctx)) return undefined;
  const expected = order[at + 1] ?? (order[0] as NameId);
  return {
    at: record.at({ rdata: 4 }),
    message: phrase`The NSEC3 record ${names.labelText(record.owner)} leads to ${names.labelText(records.following(record.id))}, and the next hash is ${names.labelText(expected)}`,
  };
}

function apexAnchor(apex: NameId, ctx: RuleContext): ChainFault['at'] {
  return (ctx.held.recordsAt(apex)[0] as ZoneRecord).at('owner');
}

interface Hashes {
  readonly owners: HashedOwners;
  readonly hasher: NameHasher;
}

/**
 * Whether the NSEC3 records of a zone, which stand in their order, are those of its names and no others. False where that
 * takes a closer look.
 */
function* areAllProven(
  signed: SignedZone,
  { owners, hasher, below }: Proofs,
  ctx: RuleContext,
): Generator<void, boolean> {
  const { zone, isOptOut } = signed;
  const empty = new Set<NameId>();
  const all = new AllProven(owners.size);
  const isLeft = yield* firstOfNames(signed, ctx, (name, quick, read) => {
    let types = quick;
    if (types === UNSURE) {
      const sets = read();
      if (sets.has(TYPE_NSEC3) || isOccluded(name, zone, ctx)) return undefined;
      const isCut = isDelegation(signed, name, sets);
      if (isOptOut && isCut && !sets.has(TYPE_DS)) return true;
      types = sumOfTypes(sets, isCut);
    } else if (below.has(ctx.store.names.parent(name), name)) return undefined;
    addEmpty(name, signed, { empty, ctx });
    return all.add(hasher.label(name), types) ? undefined : true;
  });
  if (isLeft) return false;
  for (const name of empty) if (!all.add(hasher.label(name), NO_TYPES)) return false;
  return all.areProofs(owners.records, signed, ctx);
}

/** The first name whose hash is not there, or whose list is of other types; then the first hash that is of no name. */
function* unproven(signed: SignedZone, proofs: Proofs, ctx: RuleContext): Generator<void, ChainFault | undefined> {
  const fault = yield* firstOfNames(signed, ctx, (name, types, read) => {
    if (types !== UNSURE && isProven(name, types, { signed, proofs, ctx })) return undefined;
    return unprovenName({ name, sets: read() }, { signed, proofs, ctx });
  });
  if (fault) return fault;
  for (const name of proofs.spared) {
    const hashed = proofs.hasher.hashedOwner(name, signed.zone.apex);
    if (proofs.owners.get(hashed) !== undefined) proofs.owners.use(hashed);
  }
  return emptyNames(signed, proofs, ctx);
}

/**
 * The first answer to a question that is asked of the names of a zone in the order of the text, but for those of hashes. It
 * is given the sum of their types, or `UNSURE`, and what reads the sets of a name where it is to be looked at.
 */
function* firstOfNames<T>(
  signed: SignedZone,
  ctx: RuleContext,
  ask: (name: NameId, types: number, read: () => NameSets) => T | undefined,
): Generator<void, T | undefined> {
  const { zone } = signed;
  const { store, held } = ctx;
  const { owner } = store.records;
  const sets = new NameSets(signed, ctx);
  let name: NameId = NO_NAME;
  const read = (): NameSets => {
    sets.read(name);
    return sets;
  };
  let count = 0;
  for (const block of signed.blocks) {
    yield;
    for (const record of block.inside) {
      name = owner[record] as NameId;
      if (!isLastOfName(record, name, zone, ctx)) continue;
      if (++count % SLICE === 0) yield;
      const types = quickTypes(held.view.index.firstAt(name), block.id, zone, ctx);
      const answer = types === OF_HASH ? undefined : ask(name, types, read);
      if (answer !== undefined) return answer;
    }
  }
  return undefined;
}

interface Proofs extends Hashes {
  /** Names that only stand above others. */
  readonly empty: Set<NameId>;
  /** Those above names that are told elsewhere: they may have a record, or not. */
  readonly spared: Set<NameId>;
  readonly below: OccludedBelow;
}

interface Proving {
  readonly signed: SignedZone;
  readonly proofs: Proofs;
  readonly ctx: RuleContext;
}

/** Whether the hash of a name that is no delegation is there, with the sum of its types; false too where it needs none. */
function isProven(name: NameId, types: number, { signed, proofs, ctx }: Proving): boolean {
  const { owners, hasher, below, empty } = proofs;
  const parent = ctx.store.names.parent(name);
  if (name !== signed.zone.apex && below.has(parent, name)) return false;
  const hashed = hasher.hashedOwner(name, signed.zone.apex);
  const proof = owners.get(hashed);
  if (proof === undefined || signed.records.types(proof) !== types) return false;
  owners.use(hashed);
  addEmpty(name, signed, { empty, ctx });
  return true;
}

function unprovenName(
  { name, sets }: { readonly name: NameId; readonly sets: NameSets },
  { signed, proofs, ctx }: Proving,
): ChainFault | undefined {
  const { zone, isOptOut } = signed;
  const { owners, hasher, empty, spared } = proofs;
  if (sets.has(TYPE_NSEC3) || isOccluded(name, zone, ctx)) return undefined;
  const isCut = isDelegation(signed, name, sets);
  const mayOptOut = isOptOut && isCut && !sets.has(TYPE_DS);
  const hashed = hasher.hashedOwner(name, zone.apex);
  const record = owners.get(hashed);
  if (record !== undefined) owners.use(hashed);
  if (record === undefined) {
    if (mayOptOut) return undefined;
    if ((isExplained(sets, isCut) && !isCut) || isUnread(hashed, ctx)) {
      addEmpty(name, signed, { empty: spared, ctx });
      return undefined;
    }
    const first = new ZoneRecord(ctx.store, sets.first[0] as RecordId);
    return { at: first.at('owner'), message: phrase`${shown(ctx, name)} has no NSEC3 record` };
  }
  addEmpty(name, signed, { empty, ctx });
  if (signed.records.types(record) === sumOfTypes(sets, isCut) || isExplained(sets, isCut)) return undefined;
  return otherTypes(record, { name, sets, isCut }, ctx);
}

/** Names that only stand above others have NSEC3 records too. */
function addEmpty(name: NameId, { zone }: SignedZone, { empty, ctx }: { empty: Set<NameId>; ctx: RuleContext }): void {
  const { names } = ctx.store;
  for (
    let node = names.up(name, zone.apex);
    node > 0 && node !== zone.apex && !empty.has(node);
    node = names.parent(node)
  )
    if (!ctx.held.recordsAt(node).some((record) => record.zone === zone)) empty.add(node);
}

function emptyNames(
  { zone, records }: SignedZone,
  { owners, hasher, empty }: Proofs,
  ctx: RuleContext,
): ChainFault | undefined {
  for (const name of empty) {
    const hashed = hasher.hashedOwner(name, zone.apex);
    const record = owners.get(hashed);
    if (record === undefined)
      return {
        at: apexAnchor(zone.apex, ctx),
        message: phrase`${shown(ctx, name)}, which stands above other names, has no NSEC3 record`,
      };
    owners.use(hashed);
    if (records.types(record) !== NO_TYPES)
      return {
        at: new ZoneRecord(ctx.store, record).at('record'),
        message: phrase`The NSEC3 record of ${shown(ctx, name)} lists types, and the name has no records`,
      };
  }
  const { owner } = ctx.store.records;
  const stray = owners.records.find((record) => !owners.isUsed(owner[record] as NameId));
  if (stray === undefined) return undefined;
  const record = new ZoneRecord(ctx.store, stray);
  return {
    at: record.at('owner'),
    message: phrase`The NSEC3 record ${ctx.store.names.labelText(record.owner)} is of no name of the zone`,
  };
}

function otherTypes(
  id: RecordId,
  { name, sets, isCut }: { readonly name: NameId; readonly sets: NameSets; readonly isCut: boolean },
  ctx: RuleContext,
): ChainFault {
  const record = new ZoneRecord(ctx.store, id);
  const listed = record
    .words()
    .rdata.slice(5)
    .flatMap(({ text }) => typeCode(text.toUpperCase()) ?? []);
  return {
    at: record.at('record'),
    message: phrase`The NSEC3 record of ${shown(ctx, name)} ${typesDiffer(listed, sets, isCut)}`,
  };
}
