import type { InlayHint, InlayHintLabelPart, InlayHintParams } from 'vscode-languageserver';
import { type Hint, hints } from '../features/hints.ts';
import type { Session } from './session.ts';

/** What a hint carries to be found again. */
interface HintData {
  readonly uri: string;
  readonly kind: Hint['kind'];
}

/** What lines do not say, at their ends. What is said of a hint is worked out when a person points at it. */
export async function provideHints(session: Session, params: InlayHintParams): Promise<InlayHint[] | null> {
  await session.ready();
  const { uri } = params.textDocument;
  const file = session.file(uri);
  if (!file) return null;
  return hints(session.features, file, params.range).map((hint) => ({
    position: hint.at,
    label: [session.client.lazyHints ? { value: hint.label } : partOf(session, hint)],
    paddingLeft: true,
    ...(session.client.lazyHints ? { data: { uri, kind: hint.kind } satisfies HintData } : {}),
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
