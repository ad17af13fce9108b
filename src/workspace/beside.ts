/** What of the workspace is no zone file, and says what records should say: certificates, and policies of MTA-STS. */
export class Beside {
  readonly #texts = new Map<string, string>();
  readonly #changed: () => void;

  /** `changed` is called where a text has come, has changed or is gone. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get hasTexts(): boolean {
    return this.#texts.size > 0;
  }

  /** The texts by their paths, sorted by them. */
  texts(isOne: (path: string) => boolean): readonly { readonly path: string; readonly text: string }[] {
    const paths = [...this.#texts.keys()].filter(isOne).sort();
    return paths.map((path) => ({ path, text: this.#texts.get(path) ?? '' }));
  }

  put(path: string, text: string): void {
    if (this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.#changed();
  }

  delete(path: string): void {
    if (this.#texts.delete(path)) this.#changed();
  }
}

/** Whether a path is that of a policy of MTA-STS (RFC 8461 section 3.2). */
export function isPolicyPath(path: string): boolean {
  return /(?:^|\/)mta-sts\.txt$/i.test(path);
}

/** Whether a path may be that of certificates: only those named after a host are looked into. */
export function isCertificatePath(path: string): boolean {
  return certificateHost(path) !== undefined;
}

/** The host that a file of certificates is named after, in lower case: by its name, or by its folder as ACME clients do. */
export function certificateHost(path: string): string | undefined {
  // Asked of all paths of a workspace.
  if (!/\.(?:pem|crt|cer)$/i.test(path)) return undefined;
  const [file = '', folder = ''] = path.toLowerCase().split('/').reverse();
  const stem = file.slice(0, file.lastIndexOf('.'));
  const name = IN_FOLDERS.has(stem) ? folder : stem;
  return /^(?:_\.|\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}$/.test(name) ? name : undefined;
}

/** What ACME clients call the files that begin with the certificate of the host, in a folder of its name. */
const IN_FOLDERS: ReadonlySet<string> = new Set(['cert', 'fullchain']);
