import type { MappedZone } from '../config/mapped-zone.ts';
import { isOfDistribution } from '../config/origin.ts';
import { type Claim, declaredClaim, isPlaceless, NOT_LOADED, settingClaim, withOwnOrigin } from './claim.ts';
import type { ConfigurationFiles } from './configuration-files.ts';
import type { Considered } from './considered.ts';
import { FileMappings } from './file-mappings.ts';
import type { OwnClaims } from './own-claims.ts';
import { productOf, sourceOf } from './signed-twin.ts';

/** The zones that files are read for: as the settings tell, else as configurations do, else as the files do themselves. */
export class Claims {
  mappings = new FileMappings([]);
  readonly #configurations: ConfigurationFiles;
  readonly #own: OwnClaims;

  constructor(configurations: ConfigurationFiles, own: OwnClaims) {
    this.#configurations = configurations;
    this.#own = own;
  }

  of(path: string): Claim[] {
    const mapped = this.mappings.of(path);
    if (mapped?.origin !== undefined) {
      const claim = settingClaim(path, { ...mapped, origin: mapped.origin });
      return [!mapped.isNamed && this.#own.isWholeZone(sourceOf(path)) ? { ...claim, rank: 0 } : claim];
    }
    const taken = this.#takenFromProduct(path);
    const declared = taken.length > 0 ? taken : this.#configurations.declarations(path);
    const given = this.#takenFromProduct(sourceOf(path));
    if (declared.length > 0) {
      const claims = declared.map((zone) => {
        const claim = declaredClaim(zone, {
          view: mapped?.view ?? this.#configurations.viewOf(zone),
          isSource: taken.length > 0,
        });
        return given.includes(zone) ? { ...claim, rank: 0 } : claim;
      });
      // The beginning of a file that one zone alone is read from need not be looked at.
      return claims.length === 1 ? claims : withOwnOrigin(claims, this.#own.originOf(path));
    }
    return this.isLeftOut(path) ? this.#leftOut(path) : this.#own.of(path, mapped?.view ?? '');
  }

  /** What was looked at to tell which zone a file is, and what it said; `claims` are those that count. */
  considered(path: string, claims: readonly Claim[]): Considered {
    const mapped = this.mappings.of(path);
    return {
      ...this.#own.considered(path),
      setting: mapped && { origin: mapped.origin, view: mapped.view },
      declared: claims.filter(({ declared }) => declared !== undefined),
      isLeftOut: this.isLeftOut(path),
    };
  }

  /** Whether no configuration loads a zone file, though the configurations tell which are loaded. */
  isLeftOut(path: string): boolean {
    if (this.mappings.of(path) || this.#configurations.declarations(path).length > 0) return false;
    if (!this.#configurations.tellsLoaded || isPlaceless(path) || isOfDistribution(path)) return false;
    const twins = [sourceOf(path), productOf(path)].filter((twin) => twin !== undefined);
    return !twins.some((twin) => this.#configurations.declarations(twin).length > 0);
  }

  /** The claims of a file that no configuration loads: of a zone that one loads from another file it is a copy. */
  #leftOut(path: string): Claim[] {
    return this.#own
      .of(path, NOT_LOADED)
      .map((one) =>
        one.origin !== undefined && this.#configurations.isDeclared(one.origin) ? { ...one, isSuperseded: true } : one,
      );
  }

  /** Whether settings or a configuration say which zone a file is. */
  isTold(path: string): boolean {
    if (this.mappings.of(path)?.origin !== undefined) return true;
    return this.#configurations.declarations(path).length > 0 || this.#takenFromProduct(path).length > 0;
  }

  #takenFromProduct(path: string | undefined): readonly MappedZone[] {
    const isMapped = path === undefined || this.mappings.of(path)?.origin !== undefined;
    return isMapped ? [] : this.#own.declaredOfProduct(path, (of) => this.#configurations.declarations(of));
  }
}
