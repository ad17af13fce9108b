import { type ExtensionContext, Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { Extension } from './activate.ts';
import { openRule } from './rule-pages.ts';

let extension: Extension | undefined;
let worker: Worker | undefined;

/** Starts the extension in a web-worker extension host; the server is a worker of its own. */
export async function activate(context: ExtensionContext, startsServer: boolean): Promise<void> {
  const script = await scriptAddress(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js'));
  extension = new Extension(
    context,
    (options) => new LanguageClient('zonewright', 'Zonewright', async () => startWorker(script), options),
  );
  await extension.start(startsServer);
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
  worker?.terminate();
}

/** Opens the page of a rule. */
export function handleUri(context: ExtensionContext, uri: Uri): Promise<void> {
  return openRule(context, uri);
}

async function startWorker(script: string): Promise<MessageTransports> {
  worker?.terminate();
  worker = new Worker(script, { name: 'Zonewright' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** An address that a worker can be started from: where the extension lies on a remote machine, a copy in memory. */
async function scriptAddress(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([bytes.slice()], { type: 'text/javascript' }));
}
