import { lastSegment } from '../config/path-index.ts';
import { compareSerial, readSerial } from '../dns/serial.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Project } from '../project/project.ts';
import { productOf } from '../project/signed-twin.ts';
import { signedZoneStale } from '../rules/text/text-rules.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { Faulted } from './fault-types.ts';
import type { Places } from './place.ts';

/**
 * A zone file whose signed twin is what a configuration loads, and has a serial from before: what stands here is not
 * served. Serials compare as RFC 1982 says.
 */
export function twinFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  const { store } = project;
  const product = store.files.get(productOf(file.path));
  if (!product) return undefined;
  const instance = file.instances.find(({ parent, isGuest }) => !parent && !isGuest);
  const isLoaded = project.claims(file.path).some(({ declared }) => declared?.files.includes(product.path) === true);
  if (!instance || !isLoaded) return undefined;
  const [own, signed] = [soaOf(store, file), soaOf(store, product)];
  const [ownSerial, signedSerial] = [own, signed].map((soa) => readSerial(soa?.rdata()[2]?.text ?? ''));
  if (!own || ownSerial === undefined || signedSerial === undefined) return undefined;
  if ((compareSerial(signedSerial, ownSerial) ?? 0) >= 0) return undefined;
  const place = places.of(own.at({ rdata: 2 }));
  const there = signed && places.of(signed.at({ rdata: 2 }));
  if (!place) return undefined;
  const name = lastSegment(product.path);
  return {
    rule: signedZoneStale.id,
    severity: undefined,
    message: phrase`${name} is what the server loads, and its serial ${signedSerial} is older than ${ownSerial} here: sign the zone again`,
    path: file.path,
    range: place.range,
    related: there ? [{ ...there, message: phrase`The serial that is served` }] : [],
    fixes: [],
    instance,
  };
}

function soaOf(store: Store, file: SourceFile): ZoneRecord | undefined {
  for (const block of file.instances.find(({ parent }) => !parent)?.blocks ?? [])
    for (const id of block?.records ?? []) if (store.records.type[id] === TYPE_SOA) return new ZoneRecord(store, id);
  return undefined;
}
