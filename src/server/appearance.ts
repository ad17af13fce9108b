import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type InlayHint,
  type InlayHintParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { type Fold, folds } from '../features/folding.ts';
import { hints } from '../features/hints.ts';
import { selectionRanges } from '../features/selection.ts';
import { colouredWords, tokenModifiers, tokenTypes } from '../features/tokens.ts';
import type { Range } from '../text/block.ts';
import type { Session } from './session.ts';

/** Files with more lines are coloured only where they are seen. */
const MOST_LINES = 20_000;

/** What can be folded away. */
export function provideFolding(session: Session, params: FoldingRangeParams): FoldingRange[] | null {
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  return folds(session.store, file).map(({ start, end, kind }) => ({
    startLine: start,
    endLine: end,
    ...FOLDING_KINDS[kind],
  }));
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

/** The names of relative names, the addresses of reverse names, times with units. */
export async function provideHints(session: Session, params: InlayHintParams): Promise<InlayHint[] | null> {
  await session.ready();
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  return hints(session.features, file, params.range).map(({ at, label, tooltip, kind }) => ({
    position: at,
    label,
    tooltip,
    paddingLeft: kind !== 'name',
  }));
}

/** The colours of a stretch of a file. */
export async function provideTokensIn(session: Session, params: SemanticTokensRangeParams): Promise<SemanticTokens> {
  return tokens(session, params.textDocument.uri, params.range);
}

/** The colours of a whole file. */
export async function provideTokens(session: Session, params: SemanticTokensParams): Promise<SemanticTokens> {
  const lines = session.file(params.textDocument.uri)?.document.lineCount ?? 0;
  if (lines > MOST_LINES) return { data: [] };
  return tokens(session, params.textDocument.uri, {
    start: { line: 0, character: 0 },
    end: { line: lines, character: 0 },
  });
}

async function tokens(session: Session, uri: string, range: Range): Promise<SemanticTokens> {
  await session.ready();
  const file = session.file(uri);
  const builder = new SemanticTokensBuilder();
  if (!file) return builder.build();
  for (const { at, length, type, modifiers } of colouredWords(session.features, file, range)) {
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(at.line, at.character, length, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
