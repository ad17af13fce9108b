import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { mayBeConfiguration } from '../config/dialect.ts';
import type { ZoneMap } from '../config/map.ts';
import { languageIds } from '../shared/commands.ts';
import { isTextOf, type SourceText, sourceOfText } from '../text/source.ts';
import { offsetAt } from './offsets.ts';
import type { Session } from './session.ts';
import { type Path, pathOfUri, schemeOf } from './uri.ts';
import { readAgain } from './workspace-files.ts';

/** An editor has opened a document: its text counts from now on for whatever is about it, and soon for all else. */
export function didOpen(session: Session, params: DidOpenTextDocumentParams): void {
  const { uri, version, text, languageId } = params.textDocument;
  const { host, project, folders } = session;
  const given = pathOfUri(uri);
  const spelled = host.files.get(schemeOf(given))?.spelled;
  const isKnown = (one: Path): boolean => project.paths.has(one);
  const path = session.names.opened(uri, given, { spelled, isKnown, folders });
  session.openings.add(path, () => {
    session.spelled.set(path, uri);
    put(session, path, { uri, version, languageId, text });
    session.diagnostics.forget(path);
    session.sentTokens.delete(path);
    session.changed();
  });
}

interface Opened {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
}

/** Takes a document for what it is by now: a configuration or a zone; the text of any other one is kept. */
function put(session: Session, path: Path, { uri, version, languageId, text }: Opened): void {
  if (kindOf(session, path, languageId, text) === 'zone') {
    const source = sourceOf(session, path, text);
    session.open.set(path, { uri, version, languageId });
    session.baselines.opened(path, source);
    session.project.open(path, source);
    return;
  }
  session.open.set(path, { uri, version, languageId, configuration: text });
  if (isConfigurationDocument(session, path, text)) session.project.putConfiguration(path, text);
}

function kindOf(session: Session, path: Path, languageId: string, text: string): 'zone' | 'other' {
  if (session.project.configurations.isConfiguration(path, text)) return 'other';
  return isZoneDocument(session, path, languageId) ? 'zone' : 'other';
}

/** A name that a configuration may have makes it one here: what is still to be typed counts, not what is on the disk. */
function isConfigurationDocument({ project }: Session, path: Path, text: string): boolean {
  return (
    mayBeConfiguration(path) || project.configurations.has(path) || project.configurations.isConfiguration(path, text)
  );
}

/** Which documents are configurations depends on what others include: each is looked at again when that has changed. */
export function judgeOpenAgain(session: Session): void {
  let known: ZoneMap | undefined;
  const versions = new Map<Path, number>();
  session.onQuiet(() => {
    const { project, store, open } = session;
    const isOther = project.configurations.map !== known;
    known = project.configurations.map;
    for (const [path, document] of [...open]) {
      const isTyped = mayBeConfiguration(path) && versions.get(path) !== document.version;
      if (!isOther && !isTyped) continue;
      versions.set(path, document.version);
      const text = document.configuration ?? store.files.get(path)?.document.text;
      if (text === undefined) continue;
      const wasZone = document.configuration === undefined;
      if (wasZone === (kindOf(session, path, document.languageId, text) === 'zone')) continue;
      put(session, path, { ...document, text });
      session.changed();
    }
  });
}

/** The extension says by the language whether a document is a zone; elsewhere languages have other names. */
function isZoneDocument({ client }: Session, path: string, languageId: string): boolean {
  if (client.isExtension) return languageIds.some((id) => id === languageId);
  return !/\.(?:conf|cfg|jsonc?|ya?ml|md)$/i.test(path);
}

/** A document has changed. The changes of a zone go straight into its blocks. */
export function didChange(session: Session, params: DidChangeTextDocumentParams): void {
  const path = pathOfUri(params.textDocument.uri);
  session.openings.take(path);
  const document = session.open.get(path);
  if (!document) return;
  session.calm.editing(path, params.contentChanges);
  document.version = params.textDocument.version;
  if (document.configuration === undefined) {
    session.baselines.changes(path);
    for (const change of params.contentChanges) changeZone(session, path, placed(session, params, change));
    session.project.edited(path);
  } else {
    for (const change of params.contentChanges)
      document.configuration = changed(document.configuration, placed(session, params, change));
    if (isConfigurationDocument(session, path, document.configuration))
      session.project.putConfiguration(path, document.configuration);
  }
  session.changed();
}

/** A document is closed: what is on disk counts again. */
export function didClose(session: Session, params: DidCloseTextDocumentParams): void {
  const path = pathOfUri(params.textDocument.uri);
  session.openings.take(path);
  session.calm.end();
  session.open.delete(path);
  session.baselines.closed(path);
  session.project.close(path);
  session.diagnostics.forget(path);
  readAgain(session, path).catch((error) => session.log(`reading ${path}`, error));
}

/** A change with its place in our unit: that is in the text as the changes before it have left it. */
function placed(
  { positions }: Session,
  { textDocument }: DidChangeTextDocumentParams,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  return positions.inward({ textDocument, change }).change;
}

function changeZone(session: Session, path: string, change: TextDocumentContentChangeEvent): void {
  if ('range' in change) {
    session.store.edit(path, [{ range: change.range, text: change.text }]);
    return;
  }
  session.store.setFile(path, sourceOf(session, path, change.text));
}

/** A document's text: that of its file where it is the same. */
function sourceOf({ store }: Session, path: Path, text: string): SourceText {
  const file = store.files.get(path);
  return file?.source && isTextOf(text, file.source) ? file.source : sourceOfText(text, file?.document.encoding);
}

function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const { start, end } = change.range;
  return text.slice(0, offsetAt(text, start)) + change.text + text.slice(offsetAt(text, end));
}
