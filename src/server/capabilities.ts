import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../features/tokens.ts';
import type { ClientFeatures } from './client-features.ts';
import { codeActionKinds } from './code-actions.ts';
import { serverCommands } from './commands.ts';

/** What the server offers to a client. */
export function capabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.unit,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
      willSaveWaitUntil: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['$', '.', '=', ':', '"'], resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [' ', '\t'] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentLinkProvider: {},
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['\t'] },
    selectionRangeProvider: true,
    inlayHintProvider: { resolveProvider: client.lazyHints },
    callHierarchyProvider: true,
    codeLensProvider: { resolveProvider: false },
    // The extension has these commands itself.
    ...(client.isExtension ? {} : { executeCommandProvider: { commands: [...serverCommands] } }),
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      range: true,
      // VS Code asks for what is seen; others know whole files only.
      full: client.isExtension ? false : { delta: true },
    },
    ...(client.codeLiterals ? { codeActionProvider: { codeActionKinds, resolveProvider: client.lazyEdits } } : {}),
    ...(client.pullsDiagnostics
      ? // Under this name the editor keeps what its own task finds too (the owner in the manifest): none is there twice.
        { diagnosticProvider: { identifier: 'zonewright', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
  };
}
