import type { FileEdit } from '../rules/rule.ts';
import type { Range } from '../text/block.ts';

/** A change of a text that is no zone file. */
export interface TextChange {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
}

/**
 * Edits of a rename, the serials among them, which serials they leave and why, and which names stay, below the renamed one
 * and in other views, a sentence each; or why there are none.
 */
export type Renaming =
  | {
      readonly edits: readonly FileEdit[];
      readonly serialsLeft: readonly string[];
      readonly namesLeft?: readonly string[];
      readonly isReviewed?: true;
      readonly texts?: readonly TextChange[];
    }
  | { readonly refused: string };
