import { expandGenerate } from './expand-generate.ts';
import { extractInclude } from './extract-include.ts';
import { foldGenerate } from './fold-generate.ts';
import { moveToZone } from './move-to-zone.ts';
import { nameForm } from './name-form.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';
import { sortRecords } from './sort-records.ts';
import { textStrings } from './text-strings.ts';

/** Of more selected lines records are sorted alone, which has a limit of its own. */
const MOST_SELECTED = 5000;

const ALL: readonly ((place: RefactorPlace) => RefactorDraft[])[] = [
  expandGenerate,
  foldGenerate,
  nameForm,
  textStrings,
  moveToZone,
  sortRecords,
  extractInclude,
];

/**
 * What can be done with the text at a place, whether or not something is wrong there; none of it is proven yet. Each
 * `yield` is a place to stop.
 */
export function* refactorings(place: RefactorPlace): Generator<void, RefactorDraft[]> {
  const { start, end } = place.range;
  const drafts: RefactorDraft[] = [];
  for (const find of end.line - start.line > MOST_SELECTED ? [sortRecords] : ALL) {
    yield;
    drafts.push(...find(place));
  }
  return drafts;
}
