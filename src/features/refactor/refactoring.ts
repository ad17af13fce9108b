import { type Change, isRefusal, type Refusal } from '../../edits/change.ts';
import { mergeChanges, plan } from '../../edits/plan.ts';
import { type NewFile, whyNotSameRecords } from '../../edits/record-proof.ts';
import { whyNotWritable } from '../../edits/writable.ts';
import { phrase } from '../../language/phrase.ts';
import type { FileEdit } from '../../rules/rule.ts';
import type { Range } from '../../text/block.ts';
import type { SourceFile } from '../../workspace/instance.ts';
import type { FeatureContext } from '../context.ts';
import { mainInstance } from '../row.ts';

/** Where a refactoring is asked for: what is selected, or where the cursor stands. */
export interface RefactorPlace {
  readonly ctx: FeatureContext;
  readonly file: SourceFile;
  readonly range: Range;
}

/** What a refactoring wants to do, before it is proven. */
export interface RefactorDraft {
  /** The refactoring's id and number among those at a place, the same each time it is asked for. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'rewrite' | 'extract';
  readonly changes: readonly Change[] | Refusal;
  /** Whether records become others, as the title says: serials are raised then; else it is proven that none does. */
  readonly changesRecords?: true;
  readonly created?: readonly NewFile[];
}

/** A change of the text that is ready to be made, or why it may not be. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly FileEdit[];
  readonly created: readonly NewFile[];
  readonly refused?: string;
}

/** Proves a draft: records stay the same, or are what the title says. A step is some blocks of the zones that are read again. */
export function* prove({ ctx, file }: RefactorPlace, draft: RefactorDraft): Generator<void, Refactoring> {
  const { title, changes, created = [] } = draft;
  const refuse = (refused: string): Refactoring => ({ title, edits: [], created: [], refused });
  const view = mainInstance(ctx.engine.store, file)?.view;
  if (!view) return refuse(phrase`nothing tells which zone the file is for`);
  if (draft.changesRecords) {
    const made = plan(ctx.engine.context(view), { title, changes });
    return { title: made.title, edits: made.edits, created, ...(made.refused ? { refused: made.refused } : {}) };
  }
  if (isRefusal(changes)) return refuse(changes.refused);
  const edits = mergeChanges(changes);
  if (!edits) return refuse(phrase`its changes would overlap`);
  const { store } = ctx.engine;
  for (const one of edits) {
    const why = whyNotWritable(store, one.file);
    if (why !== undefined) return refuse(why);
  }
  const why = yield* whyNotSameRecords(store, edits, created);
  return why === undefined ? { title, edits, created } : refuse(why);
}
