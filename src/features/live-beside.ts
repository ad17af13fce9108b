import { phrase } from '../language/phrase.ts';
import type { Lookup } from '../live/look.ts';
import { KeptAnswers } from '../live/look.ts';
import { type PublishedZone, publishedZone } from '../live/published.ts';
import { isFault, type LiveResult } from '../live/result.ts';
import type { LiveHeld } from './live-held.ts';

/** Puts what the workspace holds beside what the world sees. */
export class LiveBeside {
  readonly #held: LiveHeld;
  readonly #lookup: Lookup;
  readonly #zones = new KeptAnswers<PublishedZone>();

  constructor(held: LiveHeld, lookup: Lookup) {
    this.#held = held;
    this.#lookup = lookup;
  }

  /** A result with the held PTR; where the two differ the advice says it, and whether the zone is loaded. */
  async beside(result: LiveResult): Promise<LiveResult> {
    const held = this.#held.pointer(result.address);
    if (!held) return result;
    const known = result.status === 'found' || result.status === 'nxdomain' || result.status === 'nodata';
    if (!known || isSame(held.names, result.names)) return { ...result, held };
    const place = `${held.file}:${held.line}`;
    const says = held.names.length === 0 ? phrase`has no PTR` : phrase`says ${held.names.slice(0, 4).join(', ')}`;
    const sees = result.names.length === 0 ? phrase`no PTR` : result.names.slice(0, 4).join(', ');
    const zone = this.#held.reverseZone(result.address);
    const note = zone ? (await this.published(this.#held.nameOf(zone), zone)).note : '';
    const advice = phrase`${place} ${says}, the world still sees ${sees}${note === '' ? '' : `: ${note}`}`;
    const isFixed = isFault(result.verdict) && held.names.length > 0;
    if (isFixed || result.advice === '') return { ...result, held, advice };
    return { ...result, held, advice: `${advice}${advice.endsWith('?') ? '' : '.'} ${result.advice}` };
  }

  /** How a held zone is published; asked once, of each file that several views have for it. */
  published(name: string, zone: Parameters<LiveHeld['serial']>[0]): Promise<PublishedZone> {
    const held = this.#held.serial(zone);
    return this.#zones.of(`${name}\n${held.file}`, () => publishedZone(this.#lookup, name, held));
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const one = [...a].sort();
  const other = [...b].sort();
  return one.length === other.length && one.every((name, i) => name === other[i]);
}
