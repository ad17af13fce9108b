import { keyId } from '../dns/dnssec.ts';
import { undotted } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import { noun, phrase } from '../language/phrase.ts';
import type { Engine } from '../rules/engine/engine.ts';
import { RootSets } from '../rules/facts/root-sets.ts';
import { andMore } from '../rules/facts/signature-sums.ts';
import { endsBeforeItBegins } from '../rules/facts/signature-times.ts';
import type { BadSignature, VerifiedZone } from '../rules/facts/verified-zones.ts';
import { rrsigInvalid } from '../rules/text/text-rules.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import { rootsOf } from '../workspace/roots.ts';
import { byPlace, ZoneRecord } from '../workspace/zone-record.ts';
import type { Faulted } from './fault-types.ts';
import type { Places } from './place.ts';
import type { ShownRelated } from './shown.ts';

/**
 * The signatures in a file that were verified and are wrong: one finding a zone, and one a key none of whose signatures is
 * right. Where nobody asked to verify them, or the zone has changed since, nothing is said.
 */
export function signatureFaults(engine: Engine, file: SourceFile, places: Places): readonly Faulted[] {
  return rootsOf(file).flatMap((root) => {
    const verified = engine.context(root.view).settings.verified?.(root);
    // Times that were swapped change what was signed: a rule on times tells of them.
    const bad = verified?.bad.filter(({ record }) => !endsBeforeItBegins(new ZoneRecord(engine.store, record))) ?? [];
    if (!verified || bad.length === 0) return [];
    const { ofKeys, others } = byCause({ ...verified, bad });
    const context = { engine, places, root };
    const causes = [...ofKeys.map((bad) => wrongKey(bad, context)), wrongRecords(others, context)];
    return causes.filter((fault) => fault?.path === file.path) as Faulted[];
  });
}

interface Context {
  readonly engine: Engine;
  readonly places: Places;
  readonly root: Instance;
}

/** The signatures by keys of which no signature is right, a list a key, and all others. */
function byCause({ bad, byKey }: VerifiedZone): {
  readonly ofKeys: readonly (readonly BadSignature[])[];
  readonly others: readonly BadSignature[];
} {
  const lists = new Map<number, BadSignature[]>();
  for (const one of bad) {
    const list = lists.get(idOfKey(one));
    if (list) list.push(one);
    else lists.set(idOfKey(one), [one]);
  }
  const isWhole = (one: BadSignature): boolean => {
    const count = lists.get(idOfKey(one))?.length ?? 0;
    return count > 1 && count === byKey.get(idOfKey(one));
  };
  const ofKeys = [...lists.values()].filter(([first]) => first && isWhole(first));
  return { ofKeys, others: bad.filter((one) => !isWhole(one)) };
}

function idOfKey({ tag, algorithm }: BadSignature): number {
  return keyId(tag, algorithm);
}

function wrongKey(bad: readonly BadSignature[], context: Context): Faulted | undefined {
  const { tag } = bad[0] as BadSignature;
  const message = phrase`None of the ${bad.length} signatures by key ${tag} verifies: the DNSKEY record is not the key that they were made with, or all of them were made for other records. ${whatFollows(bad)}`;
  return faulted(bad, { part: 6, message: () => message }, context);
}

function wrongRecords(bad: readonly BadSignature[], context: Context): Faulted | undefined {
  if (bad.length === 0) return undefined;
  const gravest = bad.filter(({ hasOther }) => !hasOther);
  const message = ({ type, owner }: BadSignature): string =>
    phrase`The signature of ${typeName(type)} of ${undotted(context.engine.store.names.text(owner))} does not verify${andMore(bad.length, noun`other signature`)}: the records, or the signature itself, were changed after signing. ${whatFollows(bad)}`;
  return faulted(gravest.length > 0 ? gravest : bad, { part: 0, message }, context);
}

/** What is said at the first of some signatures, at a word of its data. */
function faulted(
  bad: readonly BadSignature[],
  { part, message }: { readonly part: number; readonly message: (first: BadSignature) => string },
  { engine, places, root }: Context,
): Faulted | undefined {
  const at = ({ record }: BadSignature): ZoneRecord => new ZoneRecord(engine.store, record);
  const first = bad.reduce((one, other) => (byPlace(at(other), at(one)) < 0 ? other : one));
  const place = places.of(at(first).at({ rdata: part }));
  if (!place) return undefined;
  const severity = isHarmless(bad) ? 'warning' : undefined;
  const { id: rule } = rrsigInvalid;
  const related = signedRecord(first, { engine, places, root });
  return { rule, severity, message: message(first), ...place, related, fixes: [], instance: root };
}

/** Where the first record stands that a signature covers: what other rules find there follows from the same change. */
function signedRecord({ owner, type }: BadSignature, { engine, places, root }: Context): readonly ShownRelated[] {
  const id = new RootSets(root, engine.store).at(owner).get(type)?.[0];
  const place = id === undefined ? undefined : places.of(new ZoneRecord(engine.store, id).at('record'));
  return place ? [{ ...place, message: phrase`The record` }] : [];
}

function whatFollows(bad: readonly BadSignature[]): string {
  return isHarmless(bad)
    ? phrase`Validators take the other signatures of these records, as long as they last. Sign the zone again`
    : phrase`Validators answer SERVFAIL. Sign the zone again`;
}

function isHarmless(bad: readonly BadSignature[]): boolean {
  return bad.every(({ hasOther }) => hasOther);
}
