import { type Path, uriOfPath } from './uri.ts';

/** What is asked to find the name that a document has here. */
export interface NamedFiles {
  /** A path as the disk spells it, of hosts where capital and small letters may be the same. */
  readonly spelled: ((path: Path) => Path) | undefined;
  readonly isKnown: (path: Path) => boolean;
  readonly folders: readonly Path[];
}

/**
 * Documents that a client names in other capital and small letters than the disk and the workspace's folder do: here each
 * has one path, and what a client says of the document is led to that.
 */
export class OtherNames {
  /** The URI of the path, by the one that the client has. */
  readonly #uris = new Map<string, string>();

  /** The path here of a document that is opened. */
  opened(uri: string, path: Path, { spelled, isKnown, folders }: NamedFiles): Path {
    this.#uris.delete(uri);
    if (!spelled || isKnown(path)) return path;
    const real = spelled(path);
    const folder = folders.find((one) => real.toLowerCase().startsWith(`${one}/`.toLowerCase())) ?? '';
    const own = folder + real.slice(folder.length);
    if (own !== path) this.#uris.set(uri, uriOfPath(own));
    return own;
  }

  /** A message of the client with the names that its documents have here; what opens one keeps it, as that is how to answer. */
  inward<T>(message: T): T {
    return this.#uris.size === 0 ? message : (this.#named(message) as T);
  }

  #named(value: unknown): unknown {
    if (typeof value === 'string') return this.#uris.get(value) ?? value;
    if (typeof value !== 'object' || value === null || 'languageId' in value) return value;
    if (Array.isArray(value)) return value.map((item) => this.#named(item));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#named(item)]));
  }
}
