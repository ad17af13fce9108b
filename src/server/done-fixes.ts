import type { FileUndo } from '../edits/undo-edits.ts';
import type { DoneParams } from '../shared/protocol.ts';
import type { Path } from './uri.ts';

/** A change that was made, and what takes it back. */
export interface Done {
  readonly said: string;
  readonly undo: readonly FileUndo[];
  readonly home: Path;
  /** The change was taken back: `undo` makes it again. */
  readonly isUndone?: true;
}

/** So many changes can be taken back. */
const MOST = 20;

/** What was done last, by the file that it was asked from and its title: a notice tells of it, and takes it back. */
export class DoneFixes {
  readonly #done = new Map<string, Done>();

  /** Notes a change that is about to be made. */
  note(params: DoneParams, done: Done): void {
    const key = keyOf(params);
    this.#done.delete(key);
    this.#done.set(key, done);
    for (const oldest of this.#done.keys()) {
      if (this.#done.size <= MOST) return;
      this.#done.delete(oldest);
    }
  }

  /** The change with a title; undefined where it was not made. */
  of(params: DoneParams): Done | undefined {
    return this.#done.get(keyOf(params));
  }
}

function keyOf({ uri, title }: DoneParams): string {
  return `${uri} ${title}`;
}
