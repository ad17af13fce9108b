import type { ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './activate.ts';
import { keyFiles } from './key-files.node.ts';
import { openRule } from './rule-pages.ts';
import { provideTasks } from './tasks.ts';

let extension: Extension | undefined;

/** Starts the extension in a Node extension host; the server is a process of its own. */
export function activate(context: ExtensionContext, startsServer: boolean): void {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--enable-source-maps'] } };
  extension = new Extension(
    context,
    (options) => new LanguageClient('zonewright', 'Zonewright', { run, debug }, options),
    keyFiles,
  );
  context.subscriptions.push(provideTasks(context));
  extension.start(startsServer);
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}

/** Opens the page of a rule. */
export function handleUri(_context: ExtensionContext, uri: Uri): Promise<void> {
  return openRule(uri);
}
