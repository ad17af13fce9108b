import {
  type CancellationToken,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver';
import { type Fold, folds, MOST_FOLDS } from '../features/folding.ts';
import { selectionRanges } from '../features/selection.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';

/** What can be folded away. */
export async function provideFolding(
  session: Session,
  params: FoldingRangeParams,
  token: CancellationToken,
): Promise<FoldingRange[] | null> {
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  const found = await inSlices(session, { file, token }, folds(session.store, file));
  if (found.length === MOST_FOLDS)
    session.logTrace(`${session.label(file.path)}: what follows the first ${MOST_FOLDS} folds is not folded`);
  return found.map(({ start, end, kind }) => ({ startLine: start, endLine: end, ...FOLDING_KINDS[kind] }));
}

const FOLDING_KINDS: Readonly<Record<Fold['kind'], Pick<FoldingRange, 'kind'>>> = {
  comment: { kind: FoldingRangeKind.Comment },
  region: { kind: FoldingRangeKind.Region },
  group: {},
};

/** What growing the selection takes in, for each position. */
export function provideSelection(session: Session, params: SelectionRangeParams): SelectionRange[] | null {
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  return params.positions.map((position) => {
    const empty: SelectionRange = { range: { start: position, end: position } };
    const outer = selectionRanges(session.store, file, position).reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    );
    return outer ?? empty;
  });
}
