import {
  type CancellationToken,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { colouredWords, tokenModifiers, tokenTypes } from '../features/tokens.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';
import { pathOfUri } from './uri.ts';

/** Files with more lines are coloured only where they are seen. */
const MOST_LINES = 20_000;

/** The colours of a stretch of a file. */
export async function provideTokensIn(
  session: Session,
  params: SemanticTokensRangeParams,
  token: CancellationToken,
): Promise<SemanticTokens> {
  return { data: await tokens(session, params.textDocument.uri, params.range, token) };
}

/** The colours of a whole file. */
export async function provideTokens(
  session: Session,
  params: SemanticTokensParams,
  token: CancellationToken,
): Promise<SemanticTokens> {
  const { uri } = params.textDocument;
  return sent(session, uri, await allTokens(session, uri, token));
}

/** What has changed since a result that the client has; all of it where that is not the last one. */
export async function provideTokenEdits(
  session: Session,
  params: SemanticTokensDeltaParams,
  token: CancellationToken,
): Promise<SemanticTokens | SemanticTokensDelta> {
  const { uri } = params.textDocument;
  const data = await allTokens(session, uri, token);
  const before = session.sentTokens.get(pathOfUri(uri));
  const { resultId } = sent(session, uri, data);
  if (before?.resultId !== params.previousResultId) return { resultId, data };
  return { resultId, edits: editsBetween(before.data, data) };
}

/** Notes what a client gets, while the file is open: the next question may be for what has changed. */
function sent({ sentTokens, open }: Session, uri: string, data: number[]): { resultId: string; data: number[] } {
  const path = pathOfUri(uri);
  const count = Number(sentTokens.get(path)?.resultId ?? 0) + 1;
  const result = { resultId: String(count), data };
  if (open.has(path)) sentTokens.set(path, result);
  return result;
}

/** One edit: what lies between the words that both begin with and those that both end with. */
function editsBetween(old: readonly number[], data: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(old.length, data.length);
  let start = 0;
  while (start < shorter && old[start] === data[start]) start++;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === data[data.length - 1 - end]) end++;
  if (start === old.length && start === data.length) return [];
  return [{ start, deleteCount: old.length - end - start, data: data.slice(start, data.length - end) }];
}

async function allTokens(session: Session, uri: string, token: CancellationToken): Promise<number[]> {
  const lines = session.file(uri)?.document.lineCount ?? 0;
  if (lines > MOST_LINES) return [];
  return tokens(session, uri, { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } }, token);
}

async function tokens(session: Session, uri: string, range: Range, token: CancellationToken): Promise<number[]> {
  await session.ready(token);
  const file = session.file(uri);
  if (!file) return [];
  return inSlices(session, { file, token }, tokensOf(session, file, range));
}

/** Some lines at a time. */
function* tokensOf(session: Session, file: SourceFile, { start, end }: Range): Generator<void, number[]> {
  const builder = new SemanticTokensBuilder();
  const last = Math.min(end.line, start.line + MOST_LINES, file.document.lineCount);
  for (let line = start.line; line <= last; line += STEP) {
    const until = Math.min(line + STEP - 1, last);
    const range = { start: { line, character: 0 }, end: { line: until, character: 0 } };
    const columnOf = session.positions.columnsOf(file.path);
    for (const { at, length, type, modifiers } of colouredWords(session.features, file, range)) {
      // A record over several lines may begin in the lines before, and end in those that follow.
      if (at.line < line || at.line > until) continue;
      const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
      const column = columnOf(at);
      const end = columnOf({ line: at.line, character: at.character + length });
      builder.push(at.line, column, end - column, tokenTypes.indexOf(type), bits);
    }
    yield;
  }
  return builder.build().data;
}

/** Lines that are looked at without a break. */
const STEP = 100;
