import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as protocol from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import { registry } from '../../src/rules/registry.ts';
import { serverCommands } from '../../src/server/commands.ts';
import { Editor, VSCODE } from './editor.ts';

/** A method of the protocol: its name there, and the name of the constant. */
interface Method {
  readonly method: string;
  readonly constant: string;
  readonly isFromClient: boolean;
  readonly isRequest: boolean;
}

/** Not methods, but what capabilities are registered by. */
const REGISTRATIONS = ['notebookDocument/sync', 'textDocument/semanticTokens'];

/** All methods that the protocol's package knows. */
const methods: readonly Method[] = Object.entries(protocol).flatMap(([constant, value]) => {
  const { method, messageDirection } = value as { method?: unknown; messageDirection?: unknown };
  if (typeof method !== 'string' || typeof messageDirection !== 'string' || REGISTRATIONS.includes(method)) return [];
  const isRequest = constant.endsWith('Request');
  return [{ method, constant, isFromClient: messageDirection !== 'serverToClient', isRequest }];
});

/** The methods of the page, with yes or no. */
const told = new Map<string, boolean>();
const page = readFileSync(join(root, 'docs', 'language-server.md'), 'utf8');
for (const [, names = '', answer] of page.matchAll(/^\| (`[^|]*`) \| (yes|no) \|/gm))
  for (const [, name = ''] of names.matchAll(/`([^`]+)`/g)) told.set(name, answer === 'yes');

const [, commandsTold = ''] = /^\| `workspace\/executeCommand` \| yes \| (.*) \|$/m.exec(page) ?? [];

/** What calls them where their constants do not stand in the server. */
const CALLS: Readonly<Record<string, string>> = {
  initialized: 'onInitialized(',
  exit: 'onShutdown(',
  'workspace/didChangeWorkspaceFolders': 'onDidChangeWorkspaceFolders(',
  'textDocument/publishDiagnostics': 'sendDiagnostics(',
  'window/showMessageRequest': 'showInformationMessage(',
  'window/showDocument': 'window.showDocument(',
  'window/logMessage': 'console.error(',
  'window/workDoneProgress/create': 'createWorkDoneProgress(',
  'workspace/applyEdit': 'workspace.applyEdit(',
  'workspace/configuration': 'getConfiguration(',
  'client/registerCapability': 'client.register(',
};

const folder = join(root, 'src', 'server');
const sources = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

test('the table has each method of the protocol once', () => {
  assert.deepEqual([...told.keys()].sort(), [...new Set(methods.map(({ method }) => method))].sort());
  assert.ok(methods.length > 80);
});

test('the table has each command of the server', () => {
  assert.equal(commandsTold, serverCommands.map((command) => `\`${command}\``).join(', '));
});

test('the server answers the requests that the table has a yes for, and no others', async (t) => {
  const editor = await Editor.start(t, { rules: registry, capabilities: { ...VSCODE } });
  for (const { method, isFromClient, isRequest } of methods) {
    if (!isFromClient || !isRequest || ['initialize', 'shutdown'].includes(method)) continue;
    const isKnown = await editor.connection.sendRequest(method, {}).then(
      () => true,
      (error: unknown) =>
        !(error instanceof protocol.ResponseError && error.code === protocol.ErrorCodes.MethodNotFound),
    );
    assert.equal(isKnown, told.get(method), method);
  }
});

test('the server hears and sends the messages that the table has a yes for, and no others', () => {
  for (const { method, constant, isFromClient, isRequest } of methods) {
    if (isFromClient && isRequest) continue;
    const call = CALLS[method] ?? `${constant}.`;
    assert.equal(sources.includes(call), told.get(method), `${method} by ${call}`);
  }
});

/** The capability that tells a client of a method. */
const CAPABILITIES: Readonly<Record<string, string>> = {
  'textDocument/completion': 'completionProvider',
  'completionItem/resolve': 'completionProvider.resolveProvider',
  'textDocument/hover': 'hoverProvider',
  'textDocument/signatureHelp': 'signatureHelpProvider',
  'textDocument/declaration': 'declarationProvider',
  'textDocument/definition': 'definitionProvider',
  'textDocument/typeDefinition': 'typeDefinitionProvider',
  'textDocument/implementation': 'implementationProvider',
  'textDocument/references': 'referencesProvider',
  'textDocument/documentHighlight': 'documentHighlightProvider',
  'textDocument/documentSymbol': 'documentSymbolProvider',
  'workspace/symbol': 'workspaceSymbolProvider',
  'textDocument/prepareCallHierarchy': 'callHierarchyProvider',
  'textDocument/prepareTypeHierarchy': 'typeHierarchyProvider',
  'textDocument/codeAction': 'codeActionProvider',
  'codeAction/resolve': 'codeActionProvider.resolveProvider',
  'textDocument/codeLens': 'codeLensProvider',
  'codeLens/resolve': 'codeLensProvider.resolveProvider',
  'textDocument/inlayHint': 'inlayHintProvider',
  'inlayHint/resolve': 'inlayHintProvider.resolveProvider',
  'textDocument/inlineValue': 'inlineValueProvider',
  'textDocument/documentLink': 'documentLinkProvider',
  'documentLink/resolve': 'documentLinkProvider.resolveProvider',
  'textDocument/formatting': 'documentFormattingProvider',
  'textDocument/rangeFormatting': 'documentRangeFormattingProvider',
  'textDocument/rangesFormatting': 'documentRangeFormattingProvider.rangesSupport',
  'textDocument/onTypeFormatting': 'documentOnTypeFormattingProvider',
  'textDocument/rename': 'renameProvider',
  'textDocument/prepareRename': 'renameProvider.prepareProvider',
  'textDocument/linkedEditingRange': 'linkedEditingRangeProvider',
  'textDocument/foldingRange': 'foldingRangeProvider',
  'textDocument/selectionRange': 'selectionRangeProvider',
  'textDocument/semanticTokens/full': 'semanticTokensProvider.full',
  'textDocument/semanticTokens/full/delta': 'semanticTokensProvider.full.delta',
  'textDocument/semanticTokens/range': 'semanticTokensProvider.range',
  'textDocument/documentColor': 'colorProvider',
  'textDocument/moniker': 'monikerProvider',
  'textDocument/diagnostic': 'diagnosticProvider',
  'workspace/diagnostic': 'diagnosticProvider.workspaceDiagnostics',
  'workspace/executeCommand': 'executeCommandProvider',
  'textDocument/willSave': 'textDocumentSync.willSave',
  'textDocument/willSaveWaitUntil': 'textDocumentSync.willSaveWaitUntil',
  'textDocument/didSave': 'textDocumentSync.save',
  'workspace/willRenameFiles': 'workspace.fileOperations.willRename',
  'workspace/didRenameFiles': 'workspace.fileOperations.didRename',
  'workspace/willCreateFiles': 'workspace.fileOperations.willCreate',
  'workspace/willDeleteFiles': 'workspace.fileOperations.willDelete',
};

test('what the table says, the server offers to a client that can do all', async (t) => {
  const textDocument = {
    ...VSCODE.textDocument,
    rename: { prepareSupport: true },
    inlayHint: { resolveSupport: { properties: ['label.tooltip', 'label.location'] } },
  };
  const editor = await Editor.start(t, { rules: registry, capabilities: { ...VSCODE, textDocument } });
  // Once that is answered the server has begun to work.
  await editor.connection.sendRequest(protocol.WorkspaceSymbolRequest.type, { query: '' });
  for (const [method, path] of Object.entries(CAPABILITIES)) {
    let value: unknown = editor.initializeResult?.capabilities;
    for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
    assert.equal(value !== undefined && value !== false, told.get(method), `${method}: ${path}`);
  }
});
