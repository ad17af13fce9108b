import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../shared/protocol.ts';
import { type Unit, unitOf } from './columns.ts';

/** What the client can do, as far as the server acts on it. */
export interface ClientFeatures {
  /** Asks for diagnostics, and can be told to ask again; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** What characters of a line are counted in. */
  readonly unit: Unit;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  /** Fades or strikes through what diagnostics are tagged. */
  readonly diagnosticTags: boolean;
  /** Shows the address of a rule's page with a diagnostic. */
  readonly codeDescription: boolean;
  readonly codeLiterals: boolean;
  readonly lazyEdits: boolean;
  readonly disabledActions: boolean;
  readonly versionedEdits: boolean;
  readonly annotatedEdits: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  /** Asks before it renames files, also those of an edit, what changes with them. */
  readonly asksOnRename: boolean;
  readonly configuration: boolean;
  readonly watchesSettings: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly markdown: boolean;
  /** Proposals may have places to fill in. */
  readonly snippets: boolean;
  /** A proposal may say what it takes the place of where the whole word is to go. */
  readonly replacesWords: boolean;
  readonly documentsInMarkdown: boolean;
  /** Words beside each proposal, not only beside the one at hand. */
  readonly labelDetails: boolean;
  readonly definitionLinks: boolean;
  /** The fields of a signature may be places in its label, not only words of it. */
  readonly labelOffsets: boolean;
  /** Opens documents and addresses that the server asks it to. */
  readonly showsDocuments: boolean;
  readonly preparesRename: boolean;
  readonly refreshTokens: boolean;
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  /** What is said of hints, and where they lead, may be asked for later. */
  readonly lazyHints: boolean;
  /** Links in hovers may run the extension's commands. */
  readonly linksCommands: boolean;
  /** The workspace is trusted, as the extension says. */
  readonly isTrusted: boolean;
  /** The client is the extension: its commands are there. */
  readonly isExtension: boolean;
  readonly servesFiles: boolean;
  readonly knowsCommits: boolean;
  /** What a rule's id is put behind to make the address of its page; undefined where the client has none. */
  readonly ruleLink: string | undefined;
}

/** Reads what a client says of itself. */
export function clientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument = {}, workspace = {}, window = {} }: ClientCapabilities = params.capabilities;
  const options = initializationOptions(params.initializationOptions);
  const { codeAction, publishDiagnostics, diagnostic } = textDocument;
  const pullsDiagnostics = diagnostic !== undefined && workspace.diagnostics?.refreshSupport === true;
  return {
    pullsDiagnostics,
    unit: unitOf(params.capabilities),
    relatedInformation: publishDiagnostics?.relatedInformation === true || pullsDiagnostics,
    diagnosticData: publishDiagnostics?.dataSupport === true || pullsDiagnostics,
    diagnosticTags: publishDiagnostics?.tagSupport !== undefined || pullsDiagnostics,
    codeDescription: publishDiagnostics?.codeDescriptionSupport === true || pullsDiagnostics,
    codeLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    lazyEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    disabledActions: codeAction?.disabledSupport === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    annotatedEdits: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles:
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    renamesFiles:
      workspace.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
    asksOnRename: workspace.fileOperations?.willRename === true,
    configuration: workspace.configuration === true,
    watchesSettings: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    progress: window.workDoneProgress === true,
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    replacesWords: textDocument.completion?.completionItem?.insertReplaceSupport === true,
    labelDetails: textDocument.completion?.completionItem?.labelDetailsSupport === true,
    documentsInMarkdown: textDocument.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    markdown: textDocument.hover?.contentFormat?.includes('markdown') === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    labelOffsets: takesOffsets(params),
    showsDocuments: window.showDocument?.support === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    refreshTokens: workspace.semanticTokens?.refreshSupport === true,
    refreshHints: workspace.inlayHint?.refreshSupport === true,
    refreshLenses: workspace.codeLens?.refreshSupport === true,
    lazyHints: ['label.tooltip', 'label.location'].every((property) =>
      textDocument.inlayHint?.resolveSupport?.properties.includes(property),
    ),
    linksCommands: options.editor === 'vscode' && options.isTrusted === true,
    isTrusted: options.isTrusted === true,
    isExtension: options.editor === 'vscode',
    servesFiles: options.servesFiles === true,
    knowsCommits: options.knowsCommits === true,
    ruleLink: options.ruleLink,
  };
}

/** Emacs 30 counts such places from 1, and fails at a field that ends the label: it gets words, which it finds itself. */
function takesOffsets({ capabilities, clientInfo }: InitializeParams): boolean {
  const { parameterInformation } = capabilities.textDocument?.signatureHelp?.signatureInformation ?? {};
  return parameterInformation?.labelOffsetSupport === true && clientInfo?.name !== 'Eglot';
}

function initializationOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { editor, servesFiles, knowsCommits, ruleLink, isTrusted } = value as Record<string, unknown>;
  return {
    ...(editor === 'vscode' ? { editor } : {}),
    ...(servesFiles === true ? { servesFiles } : {}),
    ...(knowsCommits === true ? { knowsCommits } : {}),
    ...(isTrusted === true ? { isTrusted } : {}),
    ...(typeof ruleLink === 'string' ? { ruleLink } : {}),
  };
}
