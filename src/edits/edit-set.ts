import { comparePositions, type Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { PlannedFile } from './plan.ts';

/** Edits of several files of which no two touch: each range holds for the texts as they were before all of them. */
export class EditSet {
  readonly #files = new Map<SourceFile, { readonly edits: TextEdit[]; readonly ofLine: Map<number, TextEdit[]> }>();

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** Adds the edits of one fix unless one of them touches one that is there; equal ones (one serial's) are one. */
  add(fix: readonly PlannedFile[]): boolean {
    const added: { readonly file: SourceFile; readonly edit: TextEdit }[] = [];
    for (const { file, edits } of fix) {
      for (const edit of edits) {
        const near = this.#near(file, edit);
        if (near.some((other) => isEqual(edit, other))) continue;
        if (near.some((other) => touches(edit.range, other.range))) return false;
        added.push({ file, edit });
      }
    }
    for (const { file, edit } of added) this.#put(file, edit);
    return added.length > 0;
  }

  /** What is to be changed, by file, in the order of the text. */
  get edits(): PlannedFile[] {
    return [...this.#files].map(([file, { edits }]) => ({ file, edits: [...edits].sort(byStart) }));
  }

  /** The edits on the lines of another one: none elsewhere touches it. */
  #near(file: SourceFile, { range }: TextEdit): TextEdit[] {
    const ofLine = this.#files.get(file)?.ofLine;
    const near: TextEdit[] = [];
    for (let line = range.start.line; ofLine && line <= range.end.line; line++) near.push(...(ofLine.get(line) ?? []));
    return near;
  }

  #put(file: SourceFile, edit: TextEdit): void {
    let known = this.#files.get(file);
    if (!known) {
      known = { edits: [], ofLine: new Map() };
      this.#files.set(file, known);
    }
    known.edits.push(edit);
    for (let { line } = edit.range.start; line <= edit.range.end.line; line++) {
      const others = known.ofLine.get(line);
      if (others) others.push(edit);
      else known.ofLine.set(line, [edit]);
    }
  }
}

/** Whether two ranges share a character, or a place between two. */
export function touches(a: Range, b: Range): boolean {
  return comparePositions(a.end, b.start) >= 0 && comparePositions(b.end, a.start) >= 0;
}

function isEqual(a: TextEdit, b: TextEdit): boolean {
  return (
    a.text === b.text &&
    comparePositions(a.range.start, b.range.start) === 0 &&
    comparePositions(a.range.end, b.range.end) === 0
  );
}

function byStart(a: TextEdit, b: TextEdit): number {
  return comparePositions(a.range.start, b.range.start);
}
