import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CancellationToken,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  type Connection,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  LSPErrorCodes,
  type NotificationHandler,
  PrepareRenameRequest,
  type ProtocolNotificationType,
  type ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type TextDocumentIdentifier,
  WillRenameFilesRequest,
  WillSaveTextDocumentWaitUntilRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { phrase } from '../language/phrase.ts';
import { secondOpinionRequest, verifySignaturesRequest } from '../shared/checkers-protocol.ts';
import { checkLiveRequest, nsupdateRequest, reloadRequest } from '../shared/live-protocol.ts';
import {
  closeMapRequest,
  type MapId,
  mapActionsRequest,
  mapAddressRequest,
  mapEditRequest,
  nameGraphRequest,
  type OpenMapParams,
  openMapRequest,
  zoneTreeRequest,
} from '../shared/map-protocol.ts';
import {
  addMailRecordsRequest,
  addMissingPtrsRequest,
  bumpSerialRequest,
  type CursorParams,
  committedNotification,
  compareRecordsRequest,
  createReverseZoneRequest,
  cursorNotification,
  doneRequest,
  explainBounceRequest,
  explainZoneRequest,
  exportJsonRequest,
  importJsonRequest,
  knownZonesRequest,
  ptrRequestRequest,
  readingRequest,
  reverseZonesRequest,
  statusRequest,
  trustedNotification,
  undoRequest,
} from '../shared/protocol.ts';
import { provideFolding, provideSelection } from './appearance.ts';
import { incomingCalls, outgoingCalls, prepareCalls } from './call-hierarchy.ts';
import { runCommand } from './client-commands.ts';
import { codeActions, resolveCodeAction } from './code-actions.ts';
import {
  addMailRecordsOf,
  addMissingPtrs,
  bumpSerial,
  createReverseZone,
  explainZone,
  exportJson,
  importJson,
  knownZones,
  provideLenses,
  provideStatus,
  ptrRequest,
  reverseZones,
} from './commands.ts';
import { compareRecords } from './compare-records.ts';
import { doneFix, undoFix } from './done.ts';
import { explainBounce } from './explain-bounce.ts';
import { provideFormatting, provideOnTypeFormatting, provideRangeFormatting } from './formatting.ts';
import { provideHints, resolveHint } from './inlay-hints.ts';
import { checkLive, nsupdate, reload } from './live.ts';
import {
  provideMapActions,
  provideMapAddress,
  provideMapEdit,
  provideNameGraph,
  provideZoneTree,
} from './map-requests.ts';
import {
  filesAreRenamed,
  prepareRename,
  provideDefinition,
  provideHighlights,
  provideLinks,
  provideReferences,
  provideRename,
  provideSymbols,
  provideWorkspaceSymbols,
} from './navigation.ts';
import { uriIn } from './positions.ts';
import { secondOpinion } from './second-opinion.ts';
import { provideTokenEdits, provideTokens, provideTokensIn } from './semantic-tokens.ts';
import { bumpAfterSave, bumpBeforeSave } from './serial-on-save.ts';
import type { Session } from './session.ts';
import { didChange, didClose, didOpen } from './sync.ts';
import { provideCompletion, provideHover, provideSignature, resolveCompletion } from './typing.ts';
import { pathOfUri } from './uri.ts';
import { verifySignatures } from './verify-signatures.ts';
import { collectReading } from './what-was-read.ts';
import { filesChanged } from './workspace-files.ts';

/** Answers one method; what it throws is logged with the method's name and never ends the server. */
interface Handler {
  readonly register: (connection: Connection, session: Session) => void;
}

/** What the server does for each message of the protocol. */
const handlers: readonly Handler[] = [
  notification(DidOpenTextDocumentNotification.type, didOpen),
  notification(DidChangeTextDocumentNotification.type, didChange),
  notification(DidCloseTextDocumentNotification.type, didClose),
  notification(DidSaveTextDocumentNotification.type, bumpAfterSave),
  request(WillSaveTextDocumentWaitUntilRequest.type, bumpBeforeSave),
  request(WillRenameFilesRequest.type, filesAreRenamed),
  customNotification(committedNotification, (session) => session.baselines.committed()),
  customNotification(trustedNotification, (session) => session.trusted()),
  customNotification<CursorParams>(cursorNotification, (session, params) => session.calm.cursorAt(params)),
  notification(DidChangeWatchedFilesNotification.type, filesChanged),
  notification(DidChangeConfigurationNotification.type, (session) => session.readSettings()),
  ofDocument(DocumentDiagnosticRequest.type, (session, params, token) => session.diagnostics.ofDocument(params, token)),
  request(WorkspaceDiagnosticRequest.type, (session, params, token) => session.diagnostics.ofWorkspace(params, token)),
  request(CodeActionRequest.type, codeActions),
  request(CodeActionResolveRequest.type, resolveCodeAction),
  ofDocument(HoverRequest.type, provideHover),
  ofDocument(CompletionRequest.type, provideCompletion),
  request(CompletionResolveRequest.type, resolveCompletion),
  ofDocument(SignatureHelpRequest.type, provideSignature),
  request(DefinitionRequest.type, provideDefinition),
  request(ReferencesRequest.type, provideReferences),
  ofDocument(DocumentHighlightRequest.type, provideHighlights),
  request(PrepareRenameRequest.type, prepareRename),
  request(RenameRequest.type, provideRename),
  ofDocument(DocumentLinkRequest.type, provideLinks),
  ofDocument(DocumentSymbolRequest.type, provideSymbols),
  request(WorkspaceSymbolRequest.type, provideWorkspaceSymbols),
  ofDocument(FoldingRangeRequest.type, provideFolding),
  ofDocument(SelectionRangeRequest.type, provideSelection),
  request(DocumentFormattingRequest.type, provideFormatting),
  request(DocumentRangeFormattingRequest.type, provideRangeFormatting),
  request(DocumentOnTypeFormattingRequest.type, provideOnTypeFormatting),
  ofDocument(InlayHintRequest.type, provideHints),
  request(InlayHintResolveRequest.type, resolveHint),
  request(CallHierarchyPrepareRequest.type, prepareCalls),
  request(CallHierarchyIncomingCallsRequest.type, incomingCalls),
  request(CallHierarchyOutgoingCallsRequest.type, outgoingCalls),
  ofDocument(CodeLensRequest.type, provideLenses),
  request(ExecuteCommandRequest.type, runCommand),
  custom(statusRequest, provideStatus),
  custom(knownZonesRequest, knownZones),
  custom(doneRequest, doneFix),
  custom(reverseZonesRequest, reverseZones),
  custom(undoRequest, undoFix),
  custom(addMissingPtrsRequest, addMissingPtrs),
  custom(bumpSerialRequest, bumpSerial),
  custom(addMailRecordsRequest, addMailRecordsOf),
  custom(ptrRequestRequest, ptrRequest),
  custom(createReverseZoneRequest, createReverseZone),
  custom(explainZoneRequest, explainZone),
  custom(readingRequest, collectReading),
  custom(compareRecordsRequest, compareRecords),
  custom(explainBounceRequest, explainBounce),
  custom(verifySignaturesRequest, verifySignatures),
  custom(secondOpinionRequest, secondOpinion),
  custom(exportJsonRequest, exportJson),
  custom(importJsonRequest, importJson),
  custom(checkLiveRequest, checkLive),
  custom(nsupdateRequest, nsupdate),
  custom(reloadRequest, reload),
  custom(openMapRequest, (session, params: OpenMapParams) => session.maps.open(params)),
  custom(closeMapRequest, (session, params: MapId) => session.maps.close(params)),
  custom(mapAddressRequest, provideMapAddress),
  custom(mapActionsRequest, provideMapActions),
  custom(mapEditRequest, provideMapEdit),
  custom(zoneTreeRequest, provideZoneTree),
  custom(nameGraphRequest, provideNameGraph),
  ofDocument(SemanticTokensRequest.type, provideTokens),
  ofDocument(SemanticTokensDeltaRequest.type, provideTokenEdits),
  ofDocument(SemanticTokensRangeRequest.type, provideTokensIn),
];

/** Registers all handlers. */
export function registerHandlers(connection: Connection, session: Session): void {
  for (const handler of handlers) handler.register(connection, session);
}

type Handle<P, R> = (session: Session, params: P, token: CancellationToken) => R | Promise<R>;

/** What editors ask by themselves about one document: in a flood of others that are opened it does not wait for those. */
function ofDocument<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  handle: Handle<P, R>,
): Handler {
  return answering(type.method, 'document', handle);
}

function request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, handle: Handle<P, R>): Handler {
  return custom(type.method, handle);
}

/**
 * A request whose answer may come from any document, or edit it, so that all that are open count. Those of our own are
 * sent by the extension, or by another client that knows their names.
 */
function custom<P, R>(method: string, handle: Handle<P, R>): Handler {
  return answering(method, 'all', handle);
}

/**
 * Answers with what a function gives, or with why it does not. The token is the last of the arguments: parameters in an
 * array, which this protocol has not, come one by one before it.
 */
function answering<P, R>(method: string, about: 'document' | 'all', handle: Handle<P, R>): Handler {
  const answer = async (session: Session, given: readonly unknown[]): Promise<unknown> => {
    session.between.message();
    const token = given.at(-1) as CancellationToken;
    const refused = refusal(session, token);
    if (refused) return refused;
    if (given.length > 2) return new ResponseError(ErrorCodes.InvalidParams, 'parameters are an object here');
    try {
      const asked = session.names.inward((given.length === 2 ? given[0] : {}) as P);
      const uri = uriIn(asked);
      const opening = session.openings.before(about, uri === undefined ? undefined : pathOfUri(uri));
      if (opening) await opening;
      const params = session.positions.inward(asked);
      return session.positions.outward(await handle(session, params, token), params);
    } catch (error) {
      return failure(session, method, error);
    }
  };
  return {
    register: (connection, session) => {
      connection.onRequest(method, (...given: unknown[]) => answer(session, given));
    },
  };
}

function customNotification<P>(method: string, handle: (session: Session, params: P) => void): Handler {
  return {
    register: (connection, session) => {
      connection.onNotification(method, (params: P) => {
        session.between.message();
        try {
          handle(session, session.positions.inward(session.names.inward(params)));
        } catch (error) {
          session.log(method, error);
        }
      });
    },
  };
}

function notification<P, RO>(
  type: ProtocolNotificationType<P, RO>,
  handle: (session: Session, params: P) => void | Promise<void>,
): Handler {
  return {
    register: (connection, session) => {
      const handler: NotificationHandler<P> = async (params) => {
        session.between.message();
        try {
          await handle(session, session.positions.inward(session.names.inward(params)));
        } catch (error) {
          session.log(type.method, error);
        }
      };
      connection.onNotification(type, handler);
    },
  };
}

/** Why a request is not worked on: it comes too early or too late, or nobody waits for it any more. */
function refusal({ stage }: Session, token?: CancellationToken): ResponseError<unknown> | undefined {
  if (stage === 'new') return new ResponseError(ErrorCodes.ServerNotInitialized, phrase`the server is not initialized`);
  if (stage === 'over') return new ResponseError(ErrorCodes.InvalidRequest, phrase`the server is shut down`);
  return token?.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled') : undefined;
}

function failure(session: Session, method: string, error: unknown): ResponseError<unknown> {
  if (error instanceof ResponseError) return error;
  session.log(method, error);
  return new ResponseError(LSPErrorCodes.RequestFailed, error instanceof Error ? error.message : String(error));
}
