import { mendsOf } from '../features/mends.ts';
import type { Shown } from '../features/report.ts';
import type { TextEdit } from '../text/document.ts';
import type { Workspace } from './workspace.ts';

/** A mend as the command line applies it: the changes of each file, as the texts are now. */
export interface ShownFixEdits {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** The mends of a finding that may be made; those that are refused are left out. */
export function fixesOf(shown: Shown, { engine }: Workspace): ShownFixEdits[] {
  return mendsOf(engine, shown).flatMap(({ title, safe, edits, refused }) => {
    if (refused !== undefined || edits.length === 0) return [];
    return [{ title, safe, edits: new Map(edits.map((each) => [each.file.path, each.edits])) }];
  });
}
