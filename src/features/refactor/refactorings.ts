import { expandGenerate } from './expand-generate.ts';
import { extractInclude } from './extract-include.ts';
import { foldGenerate } from './fold-generate.ts';
import { moveToZone } from './move-to-zone.ts';
import { nameForm } from './name-form.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';
import { sortRecords } from './sort-records.ts';
import { textStrings } from './text-strings.ts';

const ALL: readonly ((place: RefactorPlace) => RefactorDraft[])[] = [
  expandGenerate,
  foldGenerate,
  nameForm,
  textStrings,
  moveToZone,
  sortRecords,
  extractInclude,
];

/** What can be done with the text at a place, whether or not something is wrong there; none of it is proven yet. */
export function refactorings(place: RefactorPlace): RefactorDraft[] {
  return ALL.flatMap((find) => find(place));
}
