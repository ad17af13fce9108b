import type { CancellationToken, InlayHint, InlayHintLabelPart, InlayHintParams, Range } from 'vscode-languageserver';
import { type Hint, hints } from '../features/hints.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';

/** What a hint carries to be found again. */
interface HintData {
  readonly uri: string;
  readonly kind: Hint['kind'];
}

/** What lines do not say, at their ends. What is said of a hint is worked out when a person points at it. */
export async function provideHints(
  session: Session,
  params: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[] | null> {
  await session.ready(token);
  const { uri } = params.textDocument;
  const file = session.file(uri);
  if (!file) return null;
  return inSlices(session, { file, token }, hintsOf(session, { uri, file, range: params.range }));
}

/** Some editors ask for whole files. */
function* hintsOf(
  session: Session,
  { uri, file, range }: { readonly uri: string; readonly file: SourceFile; readonly range: Range },
): Generator<void, InlayHint[]> {
  const found: InlayHint[] = [];
  const end = Math.min(range.end.line, range.start.line + MOST_LINES - 1, file.document.lineCount - 1);
  for (let line = range.start.line; line <= end && found.length < MOST_HINTS; line += STEP) {
    found.push(...sliceOf(session, { uri, file, first: line, last: Math.min(line + STEP - 1, end) }));
    yield;
  }
  return found;
}

/** More than a screen can show. */
const MOST_HINTS = 5000;
const MOST_LINES = 20_000;
/** Lines that are looked at without a break. */
const STEP = 100;

function sliceOf(
  session: Session,
  { uri, file, first, last }: { uri: string; file: SourceFile; first: number; last: number },
): InlayHint[] {
  const { lazyHints } = session.client;
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  return hints(session.features, file, range)
    .filter(({ at }) => at.line >= first && at.line <= last)
    .map((hint) => ({
      position: hint.at,
      label: [lazyHints ? { value: hint.label } : partOf(session, hint)],
      paddingLeft: true,
      ...(lazyHints ? { data: { uri, kind: hint.kind } satisfies HintData } : {}),
    }));
}

/** Says what a hint means and where a click on it leads. One whose line has changed stays as it is. */
export async function resolveHint(session: Session, hint: InlayHint): Promise<InlayHint> {
  await session.ready();
  const data = hint.data as Partial<HintData> | undefined;
  const file = typeof data?.uri === 'string' ? session.file(data.uri) : undefined;
  const { line } = hint.position;
  if (!file || !Array.isArray(hint.label) || line >= file.document.lineCount) return hint;
  const value = hint.label[0]?.value;
  const found = hints(session.features, file, { start: { line, character: 0 }, end: { line, character: 0 } }).find(
    ({ at, kind, label }) => at.line === line && kind === data?.kind && label === value,
  );
  return found ? { ...hint, label: [partOf(session, found)] } : hint;
}

function partOf(session: Session, { label, tooltip, target }: Hint): InlayHintLabelPart {
  const place = target();
  return {
    value: label,
    tooltip: tooltip(),
    ...(place ? { location: { uri: session.uri(place.path), range: place.range } } : {}),
  };
}
