import type { Position } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import { type Change, isRefusal, type Refusal } from './change.ts';
import type { EditContext } from './context.ts';
import { type SerialChange, serialChange } from './serial.ts';
import { whyNotWritable, zonesOf } from './writable.ts';

/** The changes of one file; ranges are of the text as it is now, in its order, and do not touch. */
export interface PlannedFile {
  readonly file: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** A mend as a whole: all edits in all files, the serials among them. One that may not be made says why. */
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

/** Makes one mend of changes in several files: asks whether they may be made, and raises the serials of the zones changed. */
export function plan(ctx: EditContext, draft: PlanDraft): Plan {
  const { changes, title } = draft;
  if (isRefusal(changes)) return refusedPlan(title, changes.refused);
  const serials = ctx.settings.bumpOnFix ? serialsOf(ctx, changes) : [];
  const raised = serials.flatMap((serial) => (serial.kind === 'raised' ? [serial.change] : []));
  const all = [...changes, ...raised];
  const why = [...new Set(all.map(({ file }) => file))]
    .map((file) => whyNotWritable(ctx.store, file))
    .find((reason) => reason !== undefined);
  if (why !== undefined) return refusedPlan(title, why);
  const edits = mergeChanges(all);
  if (!edits) return refusedPlan(title, 'its changes would overlap');
  return {
    title: title + serialNote(serials),
    safe: draft.safe ?? false,
    ...(draft.preferred ? { preferred: true } : {}),
    edits,
  };
}

/** A mend that may not be made. */
export function refusedPlan(title: string, refused: string): Plan {
  return { title, safe: false, edits: [], refused };
}

/** What becomes of the serials of all zones that changed files belong to. One SOA that serves several views is one. */
function serialsOf(ctx: EditContext, changes: readonly Change[]): SerialChange[] {
  const zones = new Set<Zone>();
  for (const { file } of changes) for (const zone of zonesOf(file)) zones.add(zone);
  const roots = new Map<string, SerialChange>();
  for (const zone of zones) {
    const serial = serialChange(ctx, zone);
    const key = serial.kind === 'raised' ? keyOf(serial.change) : `${zone.apex} ${zone.root.file.path}`;
    if (!roots.has(key)) roots.set(key, serial);
  }
  return [...roots.values()];
}

function keyOf({ file, edit }: Change): string {
  return `${file.path} ${edit.range.start.line} ${edit.range.start.character}`;
}

/** ` (serial 2026112302)`; nothing where all are as they were on purpose. */
function serialNote(serials: readonly SerialChange[]): string {
  const notes = serials.map(noteOf).filter((note) => note !== undefined);
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}

function noteOf(serial: SerialChange): string | undefined {
  switch (serial.kind) {
    case 'raised':
      return `serial ${serial.to}`;
    case 'placeholder':
      return `serial ${serial.text} is left as it is`;
    case 'full':
      return `serial ${serial.serial} can't be raised`;
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
    const order = last ? compare(last.range.end, edit.range.start) : -1;
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
  return compare(a.range.start, b.range.start) || compare(a.range.end, b.range.end);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
