import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { languageIds } from '../shared/commands.ts';
import { sourceOfText } from '../text/source.ts';
import { offsetAt } from './offsets.ts';
import type { Session } from './session.ts';
import { pathOfUri } from './uri.ts';
import { readAgain } from './workspace-files.ts';

/** An editor has opened a document: its text counts from now on. */
export function didOpen(session: Session, params: DidOpenTextDocumentParams): void {
  const { uri, version, text, languageId } = params.textDocument;
  const path = pathOfUri(uri);
  if (session.project.isConfigurationText(path, text)) {
    session.open.set(path, { uri, version, configuration: text });
    session.project.putConfiguration(path, text);
  } else if (isZoneDocument(session, path, languageId)) {
    const source = sourceOfText(text, session.store.files.get(path)?.document.encoding);
    session.open.set(path, { uri, version });
    session.baselines.opened(path, source);
    session.project.open(path, source);
  }
  session.diagnostics.forget(path);
  session.changed();
}

/** The extension says by the language whether a document is a zone; elsewhere languages have other names. */
function isZoneDocument({ client }: Session, path: string, languageId: string): boolean {
  if (client.isExtension) return languageIds.some((id) => id === languageId);
  return !/\.(?:conf|cfg|jsonc?|ya?ml|md)$/i.test(path);
}

/** A document has changed. The changes of a zone go straight into its blocks. */
export function didChange(session: Session, params: DidChangeTextDocumentParams): void {
  const path = pathOfUri(params.textDocument.uri);
  const document = session.open.get(path);
  if (!document) return;
  session.calm.editing(path, params.contentChanges);
  document.version = params.textDocument.version;
  if (document.configuration === undefined) {
    session.baselines.changes(path);
    for (const change of params.contentChanges) changeZone(session, path, change);
    session.project.edited(path);
  } else {
    for (const change of params.contentChanges) document.configuration = changed(document.configuration, change);
    session.project.putConfiguration(path, document.configuration);
  }
  session.changed();
}

/** A document is closed: what is on disk counts again. */
export function didClose(session: Session, params: DidCloseTextDocumentParams): void {
  const path = pathOfUri(params.textDocument.uri);
  session.calm.end();
  session.open.delete(path);
  session.baselines.closed(path);
  session.project.close(path);
  session.diagnostics.forget(path);
  readAgain(session, path).catch((error) => session.log(`reading ${path}`, error));
}

function changeZone(session: Session, path: string, change: TextDocumentContentChangeEvent): void {
  if ('range' in change) {
    session.store.edit(path, [{ range: change.range, text: change.text }]);
    return;
  }
  const encoding = session.store.files.get(path)?.document.encoding;
  session.store.setFile(path, sourceOfText(change.text, encoding));
}

function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const { start, end } = change.range;
  return text.slice(0, offsetAt(text, start)) + change.text + text.slice(offsetAt(text, end));
}
