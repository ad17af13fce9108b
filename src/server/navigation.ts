import {
  type CancellationToken,
  type DefinitionLink,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Location,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameFile,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { configurationOutline } from '../features/configuration/outline.ts';
import { zoneReferences } from '../features/configuration/references.ts';
import { definition, MOST_REFERENCES, references } from '../features/definition.ts';
import { highlights } from '../features/highlights.ts';
import { configurationLinks, zoneFilesAt, zoneLinks } from '../features/links.ts';
import { type OutlineEntry, outline } from '../features/outline.ts';
import { rename, renameSpot } from '../features/rename.ts';
import { pathAt, renameFile } from '../features/rename-file.ts';
import { heldZoneText, renameHeldZone } from '../features/rename-held-zone.ts';
import { zoneNamedAt } from '../features/rename-zone.ts';
import { type PathWord, renamedFiles } from '../features/renamed-files.ts';
import type { TextChange } from '../features/renaming.ts';
import { findNames } from '../features/symbols.ts';
import { phrase } from '../language/phrase.ts';
import type { FileRange } from '../report/place.ts';
import { tell } from './client-answers.ts';
import { workspaceEdit } from './edits.ts';
import { offsetAt } from './offsets.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';
import { isInside, pathOfUri } from './uri.ts';

const START = { line: 0, character: 0 };

/** Where a name, an address, an include or a declaration leads. */
export async function provideDefinition(
  session: Session,
  params: DefinitionParams,
): Promise<Location[] | DefinitionLink[] | null> {
  await session.ready();
  const path = pathOfUri(params.textDocument.uri);
  const configuration = session.project.configurations.text(path);
  if (configuration !== undefined) {
    const files = zoneFilesAt(session.features, path, offsetAt(configuration, params.position));
    return files.map((file) => ({ uri: session.uri(file), range: { start: START, end: START } }));
  }
  const file = session.file(params.textDocument.uri);
  const found = file && definition(session.features, file, params.position);
  if (!found) return null;
  if (!session.client.definitionLinks) return found.places.map((place) => locationOf(session, place));
  return found.places.map((place) => ({
    originSelectionRange: found.from,
    targetUri: session.uri(place.path),
    targetRange: place.range,
    targetSelectionRange: place.range,
  }));
}

/** All places of a name; of very many the first, which is said. */
export async function provideReferences(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  await session.ready(token);
  const path = pathOfUri(params.textDocument.uri);
  const text = session.project.configurations.text(path);
  const file = text === undefined ? session.file(params.textDocument.uri) : undefined;
  if (!file && text === undefined) return null;
  const steps = file
    ? references(session.features, file, params.position)
    : zoneReferences(session.features, path, offsetAt(text ?? '', params.position));
  const found = await inSlices(session, { ...(file ? { file } : {}), about: 'workspace', token }, steps);
  if (found.length === MOST_REFERENCES)
    tell(session, 'information', phrase`There are more than ${MOST_REFERENCES} references: these are not all`);
  return found.map((place) => locationOf(session, place));
}

/** All words of the file that spell the name at a position; null where editors may mark what is written alike. */
export async function provideHighlights(
  session: Session,
  params: DocumentHighlightParams,
): Promise<DocumentHighlight[] | null> {
  await session.ready();
  const file = session.file(params.textDocument.uri);
  const found = file && highlights(session.features, file, params.position);
  if (!found) return null;
  return found.map(({ range, kind }) => ({
    range,
    kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The files that a zone file includes, and those that a server's configuration names. */
export async function provideLinks(session: Session, params: DocumentLinkParams): Promise<DocumentLink[] | null> {
  await session.ready();
  const path = pathOfUri(params.textDocument.uri);
  const file = session.store.files.get(path);
  const links = file ? zoneLinks(session.features, file) : configurationLinks(session.features, path);
  return links.map((link) => ({
    range: link.range,
    target: session.uri(link.path),
    tooltip: session.label(link.path),
  }));
}

/** The outline of a file. */
export async function provideSymbols(
  session: Session,
  params: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | null> {
  const path = pathOfUri(params.textDocument.uri);
  if (session.project.configurations.text(path) !== undefined)
    return configurationOutline(session.features, path).map(symbolOf);
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  return (await inSlices(session, { file, token }, outline(session.features, file))).map(symbolOf);
}

/** The names of all zones that a search finds. */
export async function provideWorkspaceSymbols(
  session: Session,
  params: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  await session.ready(token);
  const found = await inSlices(session, { token }, findNames(session.features, params.query));
  return found.map(({ name, types, path, range }) => ({
    name,
    kind: SymbolKind.Field,
    containerName: types,
    location: { uri: session.uri(path), range },
  }));
}

/** The name at a position, if it can be renamed. */
export async function prepareRename(
  session: Session,
  params: PrepareRenameParams,
): Promise<PrepareRenameResult | null> {
  await session.ready();
  const path = pathOfUri(params.textDocument.uri);
  const named = namedAt(session, params);
  if (named) {
    const text = heldZoneText(session.features, named.zone, named.text);
    if (typeof text !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, text.refused);
    return { range: named.range, placeholder: text };
  }
  const word = session.client.renamesFiles ? pathAt(session.features, path, params.position) : undefined;
  if (word) return { range: word.range, placeholder: word.text };
  const file = session.file(params.textDocument.uri);
  if (!file) return null;
  const spot = renameSpot(session.features, file, params.position);
  if ('refused' in spot) throw new ResponseError(LSPErrorCodes.RequestFailed, spot.refused);
  return { range: spot.range, placeholder: spot.text };
}

/** Changes a name wherever it is spelled; says which serials can't be raised, and which names stay, below it and in other views. */
export async function provideRename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  await session.ready(token);
  const named = namedAt(session, params);
  const path = pathOfUri(params.textDocument.uri);
  const word = named || !session.client.renamesFiles ? undefined : pathAt(session.features, path, params.position);
  if (word) return renameFileAt(session, word, params.newName);
  const file = session.file(params.textDocument.uri);
  const renaming = named
    ? renameHeldZone(session.features, named.zone, params.newName)
    : file &&
      (await inSlices(
        session,
        { file, about: 'workspace', token },
        rename(session.features, file, params.position, params.newName),
      ));
  if (!renaming) return null;
  if ('refused' in renaming) throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.refused);
  for (const left of renaming.serialsLeft) tell(session, 'warning', left);
  for (const left of renaming.namesLeft ?? []) tell(session, 'information', left);
  const review = renaming.isReviewed ? { review: phrase`Untick what is not wanted, then apply` } : {};
  const edit = workspaceEdit(session, renaming.edits, {
    title: phrase`Rename to ${params.newName}`,
    home: path,
    ...review,
  });
  return withTexts(session, edit, renaming.texts ?? []);
}

/** Before files are renamed: the `$INCLUDE` lines and the configurations that lead to them are changed with them. */
export async function filesAreRenamed(session: Session, params: RenameFilesParams): Promise<WorkspaceEdit | null> {
  await session.ready();
  const renames = params.files.map(({ oldUri, newUri }) => ({ from: pathOfUri(oldUri), to: pathOfUri(newUri) }));
  const { changes, left } = renamedFiles(session.features, renames);
  for (const sentence of left) tell(session, 'warning', sentence);
  if (changes.length === 0) return null;
  const edits = new Map<string, TextEdit[]>();
  for (const { path, range, text } of changes) {
    const uri = session.uri(path);
    edits.set(uri, [...(edits.get(uri) ?? []), { range, newText: text }]);
  }
  return { changes: Object.fromEntries(edits) };
}

/** Renames the file that a path leads to; texts that name it are changed before, where the client does not ask for that. */
function renameFileAt(session: Session, word: PathWord, newName: string): WorkspaceEdit {
  const renamed = renameFile(session.features, word, newName);
  if ('refused' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.refused);
  if (!isInside(renamed.rename.to, session.folders))
    throw new ResponseError(LSPErrorCodes.RequestFailed, phrase`${newName} leads out of the workspace`);
  const [oldUri, newUri] = [session.uri(renamed.rename.from), session.uri(renamed.rename.to)];
  const rename: RenameFile = { kind: 'rename', oldUri, newUri, options: { overwrite: false, ignoreIfExists: false } };
  if (session.client.asksOnRename) return { documentChanges: [rename] };
  for (const sentence of renamed.left) tell(session, 'warning', sentence);
  const texts = withTexts(session, { documentChanges: [] }, renamed.changes);
  return { documentChanges: [...(texts.documentChanges ?? []), rename] };
}

/** The zone whose name stands at a place of a configuration. */
function namedAt(session: Session, { textDocument, position }: PrepareRenameParams): ReturnType<typeof zoneNamedAt> {
  const path = pathOfUri(textDocument.uri);
  const text = session.project.configurations.text(path);
  return text === undefined ? undefined : zoneNamedAt(session.features, path, offsetAt(text, position));
}

/** An edit with changes of configurations too. */
function withTexts(session: Session, edit: WorkspaceEdit, texts: readonly TextChange[]): WorkspaceEdit {
  if (texts.length === 0) return edit;
  const changes = { ...edit.changes };
  const documentChanges = [...(edit.documentChanges ?? [])];
  for (const path of new Set(texts.map((one) => one.path))) {
    const uri = session.uri(path);
    const edits = texts.flatMap(({ path: own, range, text }) => (own === path ? [{ range, newText: text }] : []));
    const version = session.open.get(path)?.version ?? null;
    if (edit.documentChanges) documentChanges.push({ textDocument: { uri, version }, edits });
    else changes[uri] = [...(changes[uri] ?? []), ...edits];
  }
  return edit.documentChanges ? { ...edit, documentChanges } : { ...edit, changes };
}

const SYMBOL_KINDS: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  zone: SymbolKind.Module,
  origin: SymbolKind.Namespace,
  delegation: SymbolKind.Package,
  alias: SymbolKind.Interface,
  host: SymbolKind.Field,
  pointer: SymbolKind.Property,
  mail: SymbolKind.Event,
  service: SymbolKind.Function,
  key: SymbolKind.Key,
  text: SymbolKind.String,
  other: SymbolKind.Object,
  include: SymbolKind.File,
  generate: SymbolKind.Array,
  rest: SymbolKind.Null,
};

function symbolOf({ name, detail, kind, range, selection, children }: OutlineEntry): DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOL_KINDS[kind],
    range,
    selectionRange: selection,
    children: children.map(symbolOf),
  };
}

function locationOf(session: Session, { path, range }: FileRange): Location {
  return { uri: session.uri(path), range };
}
