import {
  type CodeAction,
  CodeActionKind,
  type ExecuteCommandParams,
  type ShowDocumentParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { hover } from '../features/hover.ts';
import { phrase } from '../language/phrase.ts';
import { commands } from '../shared/commands.ts';
import type { DocumentParams } from '../shared/protocol.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { answerOf, tell } from './client-answers.ts';
import { createReverseZone, executeCommand, ptrRequest } from './commands.ts';
import { applyEdit } from './edits.ts';
import type { Session } from './session.ts';

/** How long the answer to an edit or a document is waited for: a person may be asked before it. Milliseconds. */
const PATIENCE = 60_000;

/** What the client of another editor is offered for the address at a position: the extension has links for it. */
export function addressCommands(session: Session, file: SourceFile, place: DocumentParams & { position: Position }) {
  if (session.client.isExtension) return [];
  const offered = hover(session.features, file, place.position)?.actions ?? [];
  const actions: CodeAction[] = [];
  const offer = (title: string, command: string): void =>
    void actions.push({
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command, arguments: [{ uri: place.uri, position: place.position }] },
    });
  if (offered.includes('create-reverse-zone') && session.client.createsFiles)
    offer(phrase`Create the reverse zone for this address`, commands.createReverseZone);
  if (offered.includes('copy-request')) offer(phrase`Write a PTR request to the provider`, commands.copyPtrRequest);
  return actions;
}

/** Runs a command for a client that does not have it itself. */
export function runCommand(session: Session, params: ExecuteCommandParams): Promise<unknown> {
  const place = placeOf(params.arguments?.[0]);
  if (params.command === commands.createReverseZone) return makeReverseZone(session, place);
  if (params.command === commands.copyPtrRequest) return writeRequest(session, place);
  return executeCommand(session, params);
}

/** Makes the zone's file and declares it in one edit, shows it, and tells what is left to do; gives its address. */
async function makeReverseZone(session: Session, place: DocumentParams): Promise<string | null> {
  const { problem, uri, text, stanza, configuration, zone, delegation } = await createReverseZone(session, place);
  if (problem !== undefined) tell(session, 'warning', problem);
  if (uri === undefined || text === undefined) return null;
  if (!session.client.createsFiles) {
    tell(session, 'warning', phrase`This editor makes no files for a server: save this as ${uri}\n\n${text}`);
    return null;
  }
  const start = { line: 0, character: 0 };
  const edit: WorkspaceEdit = {
    documentChanges: [
      { kind: 'create', uri, options: { overwrite: false } },
      textEdit(uri, { range: { start, end: start }, newText: text }),
      ...(configuration && stanza !== undefined
        ? [textEdit(configuration.uri, { range: { start: configuration, end: configuration }, newText: stanza })]
        : []),
    ],
  };
  const label = phrase`Create ${zone}`;
  const answer = await answerOf(session, label, () => applyEdit(session, { label, edit }), PATIENCE);
  if (answer?.applied !== true) {
    tell(
      session,
      'warning',
      `${phrase`${uri} could not be created`}${answer?.failureReason ? `: ${answer.failureReason}` : ''}`,
    );
    return null;
  }
  await show(session, { uri, takeFocus: true });
  if (!configuration) tell(session, 'information', phrase`The server's configuration must declare ${zone}:\n${stanza}`);
  if (delegation !== undefined)
    tell(session, 'information', phrase`The parent zone must delegate ${zone}:\n${delegation}`);
  return uri;
}

/** A letter to the owner of a network, in the mail program where the client opens one, else as a notice; gives its text. */
async function writeRequest(session: Session, place: DocumentParams): Promise<string | null> {
  const { text } = await ptrRequest(session, place);
  if (text === null) {
    tell(session, 'warning', phrase`Put the cursor on an A or AAAA record: the request is for its address`);
    return null;
  }
  const [subject = ''] = text.split('\n', 1);
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  const uri = `mailto:?subject=${encodeURIComponent(subject.replace(/\.$/, ''))}&body=${body}`;
  if (!(await show(session, { uri, external: true }))) tell(session, 'information', text);
  return text;
}

async function show(session: Session, params: ShowDocumentParams): Promise<boolean> {
  if (!session.client.showsDocuments) return false;
  const { window } = session.connection;
  return (await answerOf(session, 'a document', () => window.showDocument(params), PATIENCE))?.success === true;
}

function textEdit(uri: string, edit: TextEdit): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: [edit] };
}

/** What a client sends by hand: an object with a URI and a position; what is missing is asked for by the answer. */
function placeOf(argument: unknown): DocumentParams {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || typeof argument.uri !== 'string')
    return { uri: '' };
  const position = 'position' in argument ? argument.position : undefined;
  return { uri: argument.uri, ...(isPosition(position) ? { position } : {}) };
}

function isPosition(value: unknown): value is Position {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return false;
  return Number.isSafeInteger(value.line) && Number.isSafeInteger(value.character);
}
