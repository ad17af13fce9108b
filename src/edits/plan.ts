import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { comparePositions } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { type Change, isRefusal, type Refusal } from './change.ts';
import type { EditContext } from './context.ts';
import { Rows } from './rows.ts';
import { type SerialChange, serialChange } from './serial.ts';
import { zonesOf } from './writable.ts';

/** The changes of one file; ranges are of the text as it is now, in its order, and do not touch. */
export interface PlannedFile {
  readonly file: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** A fix as a whole: all edits in all files, the serials among them. One that may not be made says why. */
export interface Plan {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred?: boolean;
  readonly edits: readonly PlannedFile[];
  readonly refused?: string;
}

/** What is to be done, before the serials. */
export interface PlanDraft {
  /** What is done, exactly; the serials are added to it. */
  readonly title: string;
  readonly changes: readonly Change[] | Refusal;
  readonly safe?: boolean;
  readonly preferred?: boolean;
}

/** Makes one fix of changes in several files: asks whether they may be made, and raises the serials of the zones changed. */
export function plan(ctx: EditContext, draft: PlanDraft): Plan {
  return planWith(new Together(ctx), draft);
}

function planWith(together: Together, draft: PlanDraft): Plan {
  const { changes, title } = draft;
  if (isRefusal(changes)) return refusedPlan(title, changes.refused);
  const serials = together.serialsOf(changes);
  const all = [...changes, ...raisedIn(serials)];
  const why = together.whyNot(all);
  if (why !== undefined) return refusedPlan(title, why);
  const edits = mergeChanges(all);
  if (!edits) return refusedPlan(title, translated(OVERLAP));
  return {
    title: title + serialNote(serials),
    safe: draft.safe ?? false,
    ...(draft.preferred ? { preferred: true } : {}),
    edits,
  };
}

const OVERLAP = laterPhrase`its changes would overlap`;

/** Many fixes made as one, and those left out, each with its reason. */
export interface PlanOfMany {
  readonly edits: readonly PlannedFile[];
  readonly taken: readonly PlanDraft[];
  readonly refused: readonly RefusedDraft[];
}

/** A change that is left out of many, and why. */
export interface RefusedDraft extends Refusal {
  readonly draft: PlanDraft;
}

/**
 * Makes one change of many fixes: what may not be made is left out, of two that overlap the later one is, and each serial
 * is raised once. Where several insert at one place their lines stand in the order of the fixes.
 */
export function planMany(ctx: EditContext, drafts: readonly PlanDraft[]): PlanOfMany {
  const together = new Together(ctx);
  const refused: RefusedDraft[] = [];
  let taken: { readonly draft: PlanDraft; readonly changes: readonly Change[] }[] = [];
  for (const draft of drafts) {
    const { changes } = draft;
    const why = isRefusal(changes)
      ? changes.refused
      : together.whyNot([...changes, ...raisedIn(together.serialsOf(changes))]);
    if (isRefusal(changes) || why !== undefined) refused.push({ draft, refused: why ?? '' });
    else taken.push({ draft, changes });
  }
  for (;;) {
    const changes = taken.flatMap((one) => one.changes);
    const raised = raisedIn(together.serialsOf(changes));
    const edits = mergeChanges([...changes, ...raised]);
    if (edits) return { edits, taken: taken.map(({ draft }) => draft), refused };
    const late = overlapping([raised, ...taken.map((one) => one.changes)]);
    refused.push(
      ...taken.filter((_, i) => late.has(i + 1)).map(({ draft }) => ({ draft, refused: translated(OVERLAP) })),
    );
    taken = taken.filter((_, i) => !late.has(i + 1));
  }
}

/** Of lists of changes those that overlap one before them. */
function overlapping(lists: readonly (readonly Change[])[]): ReadonlySet<number> {
  const files = new Map<SourceFile, { edit: TextEdit; list: number }[]>();
  lists.forEach((changes, list) => {
    for (const { file, edit } of changes) {
      const known = files.get(file);
      if (known) known.push({ edit, list });
      else files.set(file, [{ edit, list }]);
    }
  });
  const late = new Set<number>();
  for (const edits of files.values()) {
    edits.sort((a, b) => byRange(a.edit, b.edit));
    let last: { edit: TextEdit; list: number } | undefined;
    for (const one of edits) {
      const overlaps = last && comparePositions(last.edit.range.end, one.edit.range.start) > 0;
      if (last && overlaps && textOf(last.edit) !== textOf(one.edit)) late.add(Math.max(last.list, one.list));
      if (!last || !overlaps) last = one;
    }
  }
  return late;
}

/** What the changes of one plan have in common: why a file may not be written to, and what becomes of its zones' serials. */
class Together {
  readonly #ctx: EditContext;
  readonly #rows: Rows;
  readonly #serials = new Map<SourceFile, ReadonlyMap<string, SerialChange>>();

  constructor(ctx: EditContext) {
    this.#ctx = ctx;
    this.#rows = ctx.rows ?? new Rows(ctx.store);
  }

  whyNot(changes: readonly Change[]): string | undefined {
    for (const { file } of changes) {
      const why = this.#rows.whyNotWritable(file);
      if (why !== undefined) return why;
    }
    return undefined;
  }

  /** What becomes of the serials of all zones that changed files belong to. One SOA that serves several views is one. */
  serialsOf(changes: readonly Change[]): SerialChange[] {
    if (!this.#ctx.settings.bumpOnFix) return [];
    const roots = new Map<string, SerialChange>();
    for (const file of new Set(changes.map((change) => change.file)))
      for (const [key, serial] of this.#serialsOfFile(file)) if (!roots.has(key)) roots.set(key, serial);
    return [...roots.values()];
  }

  #serialsOfFile(file: SourceFile): ReadonlyMap<string, SerialChange> {
    const known = this.#serials.get(file);
    if (known) return known;
    const serials = new Map<string, SerialChange>();
    for (const zone of zonesOf(file)) {
      const serial = serialChange(this.#ctx, zone);
      serials.set(serial.kind === 'raised' ? keyOf(serial.change) : `${zone.apex} ${zone.root.file.path}`, serial);
    }
    this.#serials.set(file, serials);
    return serials;
  }
}

function raisedIn(serials: readonly SerialChange[]): Change[] {
  return serials.flatMap((serial) => (serial.kind === 'raised' ? [serial.change] : []));
}

/** A fix that may not be made. */
export function refusedPlan(title: string, refused: string): Plan {
  return { title, safe: false, edits: [], refused };
}

function keyOf({ file, edit }: Change): string {
  return `${file.path} ${edit.range.start.line} ${edit.range.start.character}`;
}

/** ` (serial 2026112302)`, once where several zones get the same; nothing where all are as they were on purpose. */
function serialNote(serials: readonly SerialChange[]): string {
  const notes = serials.map(noteOf).filter((note) => note !== undefined);
  return notes.length === 0 ? '' : ` (${[...new Set(notes)].join(', ')})`;
}

function noteOf(serial: SerialChange): string | undefined {
  switch (serial.kind) {
    case 'raised':
      return phrase`serial ${serial.to}`;
    case 'placeholder':
      return phrase`serial ${serial.text} is left as it is`;
    case 'full':
      return phrase`serial ${serial.serial} can't be raised`;
    case 'kept':
    case 'missing':
      return undefined;
  }
}

/**
 * Sorts changes by file and place. Equal ones are one, those that touch are joined in their order; undefined where two
 * overlap.
 */
export function mergeChanges(changes: readonly Change[]): PlannedFile[] | undefined {
  const files = new Map<SourceFile, Map<string, TextEdit>>();
  for (const { file, edit } of changes) {
    const edits = files.get(file);
    if (edits) edits.set(textOf(edit), edit);
    else files.set(file, new Map([[textOf(edit), edit]]));
  }
  const merged: PlannedFile[] = [];
  for (const [file, edits] of files) {
    const joined = joinTouching([...edits.values()].sort(byRange));
    if (!joined) return undefined;
    merged.push({ file, edits: joined });
  }
  return merged;
}

function joinTouching(sorted: readonly TextEdit[]): TextEdit[] | undefined {
  const joined: TextEdit[] = [];
  for (const edit of sorted) {
    const last = joined.at(-1);
    const order = last ? comparePositions(last.range.end, edit.range.start) : -1;
    if (!last || order < 0) joined.push(edit);
    else if (order > 0) return undefined;
    else
      joined[joined.length - 1] = {
        range: { start: last.range.start, end: edit.range.end },
        text: last.text + edit.text,
      };
  }
  return joined;
}

function textOf({ range: { start, end }, text }: TextEdit): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${text}`;
}

/** What is inserted before a stretch comes before what replaces it. */
function byRange(a: TextEdit, b: TextEdit): number {
  return comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end);
}
