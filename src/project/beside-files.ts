import { isTemplateName } from '../config/ignore.ts';
import { asciiText, type SourceText } from '../text/source.ts';
import { type Beside, isCertificatePath, isPolicyPath } from '../workspace/beside.ts';

/** No certificate with its chain, and no policy, is as long. */
const LONGEST = 65_536;

/** The files of the workspace that are read beside the zones, each once and again when it has changed. */
export class BesideFiles {
  readonly #beside: Beside;
  readonly #wanted = new Set<string>();
  readonly #known = new Set<string>();

  constructor(beside: Beside) {
    this.#beside = beside;
  }

  /** The paths of files that are to be read. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** A file is there, or has changed. */
  add(path: string): void {
    if ((!isPolicyPath(path) && !isCertificatePath(path)) || isTemplateName(path)) return;
    this.#known.add(path);
    this.#wanted.add(path);
  }

  /** Whether a file is to be read whole, as its first octets tell: keys and archives are not. */
  isWantedWhole(path: string, head: Uint8Array): boolean {
    const text = asciiText(head.subarray(0, 4096));
    return isPolicyPath(path) ? /^version\s{0,8}:/im.test(text) : text.includes('-----BEGIN CERTIFICATE-----');
  }

  put(path: string, source: SourceText | undefined): void {
    this.#wanted.delete(path);
    if (!source || source.codes.length > LONGEST || !this.isWantedWhole(path, source.codes)) this.#beside.delete(path);
    else this.#beside.put(path, source.text ?? asciiText(source.codes));
  }

  remove(path: string): void {
    this.#wanted.delete(path);
    this.#known.delete(path);
    this.#beside.delete(path);
  }
}
