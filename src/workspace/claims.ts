import type { MappedZone } from '../config/map.ts';
import { type Claim, declaredClaim, settingClaim } from '../project/claim.ts';
import type { ConfigurationFiles } from '../project/configuration-files.ts';
import { FileMappings } from '../project/file-mappings.ts';
import type { OwnClaims } from '../project/own-claims.ts';
import { sourceOf } from '../project/signed-twin.ts';

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
    if (declared.length > 0)
      return declared.map((zone) => {
        const claim = declaredClaim(zone, mapped?.view ?? this.#configurations.viewOf(zone));
        return given.includes(zone) ? { ...claim, rank: 0 } : claim;
      });
    return this.#own.of(path, mapped?.view ?? '');
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
