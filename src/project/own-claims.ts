import type { MappedZone } from '../config/mapped-zone.ts';
import {
  isDomainAlone,
  isReverseZone,
  originFromFileName,
  possibleOrigins,
  saysReverse,
  stemOf,
} from '../config/origin.ts';
import { folderOf, lastSegment } from '../config/path-index.ts';
import { isSubdomain } from '../dns/name.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { type Claim, ownClaim, unknownClaim } from './claim.ts';
import type { Considered } from './considered.ts';
import { type Decision, Evidence, isNamedShort, recordChanges } from './evidence.ts';
import { isInZoneFolder } from './file-interest.ts';
import type { Heads } from './heads.ts';
import { hostPointers, isOfAddresses, NetworkEvidence, type NetworkQuestion } from './network-evidence.ts';
import type { Witnesses } from './peek.ts';
import { zoneOfGroups, zoneOfWholeNames } from './pointer-zone.ts';
import {
  isWrittenOutside,
  speaksAgainst,
  zoneBelowRoot,
  zoneOfOwners,
  zoneOfServer,
  zoneOfUndotted,
} from './server-evidence.ts';
import { productOf, sourceOf } from './signed-twin.ts';

/** Something that records may decide; it can be asked again when they have changed. */
interface Judge {
  decide(): Decision | undefined;
}

/** The zones of files as their texts and names tell them, where no setting and no configuration does. */
export class OwnClaims {
  readonly #store: Store;
  readonly #heads: Heads;
  readonly #isPart: (path: string) => boolean;
  /** Files whose names leave the order of octets open, or tell no reverse zone. */
  readonly #judged = new Map<string, Judge>();
  #judgedAt = -1;

  /** `isPart` says of a file whether others include it and it is nothing else. */
  constructor(store: Store, heads: Heads, isPart: (path: string) => boolean) {
    this.#store = store;
    this.#heads = heads;
    this.#isPart = isPart;
  }

  /** The beginning of a file is another one, or it is gone. */
  forget(path: string): void {
    this.#judged.delete(path);
  }

  /** Whether records have changed that may decide the order of octets. */
  get isOld(): boolean {
    return this.#judged.size > 0 && this.#judgedAt !== recordChanges(this.#store);
  }

  /** The files whose order of octets such records may decide, since this was last asked. */
  takeOld(): Iterable<string> {
    if (!this.isOld) return [];
    this.#judgedAt = recordChanges(this.#store);
    return this.#judged.keys();
  }

  /** Whether a file's text alone makes it a zone, whatever includes it. */
  isFirm(path: string): boolean {
    const file = this.#store.files.get(path);
    const head = file && this.#heads.peek(file);
    return head?.hasSoa === true && head.origin !== undefined;
  }

  /** The claims of a file. */
  of(path: string, view: string): Claim[] {
    const file = this.#store.files.get(path);
    if (!file || this.#isPart(path)) return [];
    const { origin: told, hasSoa } = this.#heads.peek(file);
    const below = told === '.' && hasSoa ? zoneBelowRoot(this.#heads.witnesses(file)) : undefined;
    const origin = below ?? told;
    const isProduct = this.isWholeZone(sourceOf(path));
    const named = originFromFileName(lastSegment(path));
    if (origin !== undefined) {
      const isNamedSo = named !== undefined && (named.alternatives ?? [named.origin]).includes(origin);
      return [ownClaim(path, { origin, view, source: 'text', hasSoa, isProduct, isNamedSo })];
    }
    const isWhole = stemOf(lastSegment(path)).endsWith('.arpa');
    const isShort = !isWhole && isNamedShort(named?.origin ?? '', () => this.#heads.witnesses(file).pointers);
    const isCertain = named?.certainty === 'certain' && !isShort;
    const byName = (origin: string): Claim[] => [
      ownClaim(path, { origin, view, source: 'file-name', hasSoa, isProduct }),
    ];
    if (isCertain && (isReverseZone(named.origin) || !this.#isOfAddresses(file))) {
      const above = isReverseZone(named.origin) ? undefined : this.#zoneAbove(file, named.origin);
      return above === undefined
        ? byName(named.origin)
        : [ownClaim(path, { origin: above, view, source: 'evidence', hasSoa, isProduct })];
    }
    const isMarked = named?.alternatives !== undefined;
    const alternatives = named ? (named.alternatives ?? []) : hasSoa ? possibleOriginsAt(path) : [];
    const judge =
      this.#judged.get(path) ??
      this.#judgeOf(file, alternatives, {
        named: isCertain ? named.origin : undefined,
        within: isShort ? named?.origin : undefined,
      });
    if (!judge) return isCertain ? byName(named.origin) : [this.#ofProduct(path, view) ?? unknownClaim(path, view)];
    this.#judged.set(path, judge);
    const decided = judge.decide();
    if (decided !== undefined) {
      const source = decided.by === 'records' ? 'evidence' : 'file-name';
      return [ownClaim(path, { origin: decided.origin, view, source, hasSoa, isProduct })];
    }
    if (named?.certainty === 'prefix-ambiguous') return byName(named.origin);
    const [domain = '', ...others] = hasSoa ? alternatives : [];
    if (others.length === 0 && isDomainAlone(lastSegment(path), domain)) {
      const witnesses = this.#heads.witnesses(file);
      const isServed = witnesses.servers.some((server) => isSubdomain(server, domain));
      if ((isServed || isInZoneFolder(path)) && !speaksAgainst(domain, witnesses)) return byName(domain);
    }
    const mayBe = isMarked || alternatives.length > 1 ? alternatives : [];
    return [this.#ofProduct(path, view) ?? unknownClaim(path, view, mayBe)];
  }

  /** Whether a file that is named after a forward zone is a reverse zone all the same: its name says so, or its records do. */
  #isOfAddresses(file: SourceFile): boolean {
    if (saysReverse(lastSegment(file.path))) return true;
    return isOfAddresses(this.#heads.firstWitnesses(file)) && isOfAddresses(this.#heads.witnesses(file));
  }

  /** The zone that all hosts of a file are in with their whole names, where the one that the file is named as lies below it and has none. */
  #zoneAbove(file: SourceFile, named: string): string | undefined {
    const isOutside = ({ hosts }: Witnesses): boolean => hosts.every(({ owner }) => isWrittenOutside(owner, named));
    const first = this.#heads.firstWitnesses(file);
    if (first.hosts.length === 0 || !isOutside(first)) return undefined;
    const witnesses = this.#heads.witnesses(file);
    const zone = isOutside(witnesses) ? zoneOfOwners(witnesses, '') : undefined;
    return zone !== undefined && named.endsWith(`.${zone}`) ? zone : undefined;
  }

  /** What may decide where names do not: of a file that is likely a reverse zone its targets, then the readings of its name. */
  #judgeOf(
    file: SourceFile,
    alternatives: readonly string[],
    { named, within }: Pick<NetworkQuestion, 'named' | 'within'>,
  ): Judge | undefined {
    const { path } = file;
    const witnesses = this.#heads.witnesses(file);
    const { pointers, hosts } = witnesses;
    const judges: Judge[] = [];
    const isSaid = saysReverse(lastSegment(path));
    const stem = stemOf(lastSegment(path));
    const mayBeReverse = isSaid || within !== undefined || hosts.length === 0;
    if (mayBeReverse && !alternatives.some(isReverseZone) && hostPointers(pointers).length > 0)
      judges.push(new NetworkEvidence(this.#store, path, { pointers, named, within, stem, saysReverse: isSaid }));
    if (alternatives.length > 0) {
      const noted = alternatives.length > 1 ? this.#heads.notedAddresses(file) : [];
      judges.push(new Evidence(this.#store, alternatives, { ...witnesses, noted }));
    }
    const written = zoneOfGroups(stem, pointers) ?? (hosts.length === 0 ? zoneOfWholeNames(pointers) : undefined);
    if (written !== undefined && !alternatives.some(isReverseZone))
      judges.push({ decide: () => ({ origin: written, by: 'records' }) });
    const isOpen = named === undefined && within === undefined && !isSaid;
    const zone = isOpen
      ? (zoneOfServer(witnesses, stem) ?? zoneOfOwners(witnesses, stem) ?? zoneOfUndotted(witnesses))
      : undefined;
    if (zone !== undefined && !alternatives.some((one) => one.endsWith(`.${zone}`)))
      judges.push({ decide: () => ({ origin: zone, by: 'records' }) });
    const decide = (): Decision | undefined => {
      for (const judge of judges) {
        const decided = judge.decide();
        if (decided) return decided;
      }
      return undefined;
    };
    return judges.length === 0 ? undefined : { decide };
  }

  /** What was looked at to tell the zone of a file, whether or not it counts. */
  considered(path: string): Pick<Considered, 'text' | 'hasSoa' | 'name' | 'mayBe' | 'decided' | 'includedBy'> {
    const file = this.#store.files.get(path);
    const peek = file && this.#heads.peek(file);
    const parents = (file?.instances ?? []).flatMap(({ parent }) => parent?.instance.file.path ?? []);
    return {
      text: peek?.origin,
      hasSoa: peek?.hasSoa === true,
      name: originFromFileName(lastSegment(path)),
      mayBe: possibleOriginsAt(path),
      decided: this.#judged.get(path)?.decide(),
      includedBy: [...new Set(parents)].sort(),
    };
  }

  /** The zone that a file's own text says it is; undefined where it says nothing. */
  originOf(path: string): string | undefined {
    const file = this.#store.files.get(path);
    return file && this.#heads.peek(file).origin;
  }

  /** Whether a file is there that has an SOA record. */
  isWholeZone(path: string | undefined): boolean {
    const file = path === undefined ? undefined : this.#store.files.get(path);
    return file !== undefined && this.#heads.peek(file).hasSoa;
  }

  /** What a configuration says of the signed file that is made from this one, where it says nothing of this one itself. */
  declaredOfProduct(path: string, declarations: (path: string) => readonly MappedZone[]): readonly MappedZone[] {
    const zones = declarations(productOf(path));
    const file = zones.length === 0 ? undefined : this.#store.files.get(path);
    if (!file || declarations(path).length > 0) return [];
    const { origin, hasSoa } = this.#heads.peek(file);
    return hasSoa ? zones.filter(({ zone }) => origin === undefined || origin === zone.name) : [];
  }

  /** The zone that the signed file tells that was made from a file. */
  #ofProduct(path: string, view: string): Claim | undefined {
    if (!this.isWholeZone(path)) return undefined;
    const product = this.#store.files.get(productOf(path));
    const origin = product && this.#heads.peek(product).origin;
    return origin === undefined ? undefined : ownClaim(path, { origin, view, source: 'text', hasSoa: true });
  }
}

/** What the name of a file may tell, or, where that is nothing, the name of its folder: `example.com/zone`. */
function possibleOriginsAt(path: string): readonly string[] {
  const own = possibleOrigins(lastSegment(path));
  return own.length > 0 ? own : possibleOrigins(lastSegment(folderOf(path)));
}
