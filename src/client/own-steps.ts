import { type TextDocumentChangeEvent, TextDocumentChangeReason } from 'vscode';

/**
 * How many of the last steps that Undo takes back in a file are a fix, its being taken back by a notice or from another
 * file, its being made again, and so on. With an even number the fix is taken back: Undo would make it again, and has to
 * pass over all of them to what was changed before.
 *
 * Invariant: a file is known while nothing else has changed it since the fix.
 */
export class OwnSteps {
  readonly #counts = new Map<string, number>();

  /** A fix was made. */
  made(uri: string): void {
    this.#counts.set(uri, 1);
  }

  /** A fix was taken back, or made again. */
  turned(uri: string): void {
    const count = this.#counts.get(uri);
    if (count !== undefined) this.#counts.set(uri, count + 1);
  }

  /** A file has changed otherwise: by a person, by Undo, by another program. Whether it was known. */
  changed({ document, reason }: TextDocumentChangeEvent): boolean {
    const uri = document.uri.toString();
    const count = this.#counts.get(uri);
    if (count === undefined) return false;
    this.#counts.delete(uri);
    const left = reason === TextDocumentChangeReason.Undo ? count - 1 : count + 1;
    if (reason !== undefined && left >= 0) this.#counts.set(uri, left);
    return true;
  }

  /** How many steps Undo has to pass over in a file; 0 where the fix stands, or nothing is known. */
  passedOver(uri: string): number {
    const count = this.#counts.get(uri) ?? 0;
    return count % 2 === 0 ? count : 0;
  }

  /** The files in which Undo has to pass over steps. */
  files(): string[] {
    return [...this.#counts.keys()].filter((uri) => this.passedOver(uri) > 0);
  }
}
