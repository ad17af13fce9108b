import { type IgnoreRules, readIgnoreRules } from './ignore-rules.ts';

/** The folders that the .gitignore files of a workspace leave out, wherever its files are kept. */
export class IgnoredFolders {
  readonly #rules = new Map<string, IgnoreRules>();
  /** What was found of folders, kept until a .gitignore changes. */
  readonly #known = new Map<string, boolean>();

  /** The text of the .gitignore in a folder; undefined where there is none any more. */
  set(folder: string, text: string | undefined): void {
    this.#known.clear();
    const key = folder === '/' ? '' : folder;
    if (text === undefined) this.#rules.delete(key);
    else this.#rules.set(key, readIgnoreRules(text));
  }

  /** Whether a file lies in a folder that is left out. */
  ignores(path: string): boolean {
    return this.ignoresFolder(parentOf(path));
  }

  /** Whether a folder is left out, by its own name or by that of one above it. */
  ignoresFolder(folder: string): boolean {
    if (folder === '' || this.#rules.size === 0) return false;
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const isIgnored = this.ignoresFolder(parentOf(folder)) || this.#isNamed(folder);
    this.#known.set(folder, isIgnored);
    return isIgnored;
  }

  /** The nearest .gitignore above that says something of the folder decides. */
  #isNamed(folder: string): boolean {
    for (let above = folder; above !== ''; ) {
      above = parentOf(above);
      const verdict = this.#rules.get(above)?.verdict(folder.slice(above.length + 1).toLowerCase());
      if (verdict) return verdict === 'ignored';
    }
    return false;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
