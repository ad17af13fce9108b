import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { Extension } from './activate.ts';

let extension: Extension | undefined;

/** Starts the extension in a web-worker extension host; the server is a worker of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  extension = new Extension(
    context,
    (options) => new LanguageClient('zonewright', 'Zonewright', new Worker(script, { name: 'Zonewright' }), options),
  );
  await extension.start();
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
}
