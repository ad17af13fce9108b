import type { FileEdit } from '../rules/rule.ts';

/**
 * Edits of a rename, the serials among them, which serials they leave and why, and which names below the renamed one stay,
 * as a sentence; or why there are none.
 */
export type Renaming =
  | {
      readonly edits: readonly FileEdit[];
      readonly serialsLeft: readonly string[];
      readonly namesLeft?: string;
      readonly isReviewed?: true;
    }
  | { readonly refused: string };
