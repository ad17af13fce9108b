import {
  type CancellationToken,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextEdit,
} from 'vscode-languageserver';
import { editsOf, type FormattedFile, formatFile } from '../format/format-file.ts';
import { formatOnEnter, formatOnTab } from '../format/on-type.ts';
import { phrase } from '../language/phrase.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { tell } from './client-answers.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';

/** Lays out a zone file. */
export function provideFormatting(
  session: Session,
  params: DocumentFormattingParams,
  token: CancellationToken,
): Promise<TextEdit[] | null> {
  return format(session, params.textDocument.uri, token);
}

/** Lays out the records that a selection touches. */
export function provideRangeFormatting(
  session: Session,
  params: DocumentRangeFormattingParams,
  token: CancellationToken,
): Promise<TextEdit[] | null> {
  return format(session, params.textDocument.uri, token, params.range);
}

/** Keeps the columns after Enter and Tab. */
export function provideOnTypeFormatting(session: Session, params: DocumentOnTypeFormattingParams): TextEdit[] | null {
  const file = session.file(params.textDocument.uri);
  if (!file || isElsewhere(session, file)) return null;
  const typed = { file, style: session.settings.format, position: params.position };
  const edits = params.ch === '\t' ? formatOnTab(session.store, typed) : formatOnEnter(session.store, typed);
  return edits.map(({ range, text }) => ({ range, newText: text }));
}

async function format(
  session: Session,
  uri: string,
  token: CancellationToken,
  range?: Range,
): Promise<TextEdit[] | null> {
  await session.ready(token);
  const file = session.file(uri);
  if (!file || isElsewhere(session, file)) return null;
  // What is still to be cut into blocks would be missing at the end.
  if (file.pending) throw new ResponseError(LSPErrorCodes.ServerCancelled, phrase`The file is still being read`);
  const style = session.settings.format;
  const request = { file, style, most: MOST_CHANGES, ...(range && { range }) };
  return inSlices(session, { file, token }, answer(session, file, formatFile(session.store, request)));
}

/** An answer of more characters would be read and written for long, and no other one meanwhile. */
const MOST_CHANGES = 2_000_000;

/** By file why it was not formatted, so that saving it again does not say so again. */
const TOLD = new WeakMap<SourceFile, string>();

function* answer(
  session: Session,
  file: SourceFile,
  steps: Generator<void, FormattedFile>,
): Generator<void, TextEdit[]> {
  const formatted = yield* steps;
  if ('refused' in formatted) {
    tellOnce(session, file, formatted.refused);
    return [];
  }
  if (formatted.stop !== undefined)
    tellOnce(session, file, phrase`a "(" or quotation mark is not closed: nothing behind it was changed`);
  else TOLD.delete(file);
  const { source, splices, firstLine, isCut } = formatted;
  const edits = yield* editsOf(source, splices, firstLine);
  if (isCut) tellCut(session, file, (edits.at(-1)?.range.end.line ?? 0) + 1);
  return edits.map(({ range, text }) => ({ range, newText: text }));
}

function tellCut(session: Session, { path }: SourceFile, line: number): void {
  tell(
    session,
    'information',
    phrase`${session.label(path)} is formatted up to line ${line}, as far as an editor takes at once: format it again for what follows`,
  );
}

function tellOnce(session: Session, file: SourceFile, why: string): void {
  if (TOLD.get(file) === why) return;
  TOLD.set(file, why);
  tell(session, 'information', phrase`${session.label(file.path)} is not formatted: ${why}`);
}

/** A server's configuration is no zone file. */
function isElsewhere({ project }: Session, { path }: SourceFile): boolean {
  return project.configurations.has(path);
}
