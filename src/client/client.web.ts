import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { Extension } from './activate.ts';
import { readScript } from './read-script.ts';
import { openRule } from './rule-pages.ts';

let extension: Extension | undefined;
let worker: Worker | undefined;

/** Starts the extension in a web-worker extension host; the server is a worker of its own. */
export function activate(context: ExtensionContext, startsServer: boolean): void {
  const folder = Uri.joinPath(context.extensionUri, 'dist');
  const start = async () => startWorker(await serverAddress(folder));
  extension = new Extension(context, (options) => new LanguageClient('zonewright', 'Zonewright', start, options));
  extension.start(startsServer);
}

/** Stops the server. */
export async function deactivate(): Promise<void> {
  await extension?.stop();
  worker?.terminate();
}

/** Opens the page of a rule. */
export function handleUri(_context: ExtensionContext, uri: Uri): Promise<void> {
  return openRule(uri);
}

function startWorker(script: string): MessageTransports {
  worker?.terminate();
  worker = new Worker(script, { name: 'Zonewright' });
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** The address of a script in memory that is the server and the scripts that it asks for: a worker starts from one file. */
async function serverAddress(folder: Uri): Promise<string> {
  const [protocol, engine, server] = await Promise.all(
    ['protocol.js', 'engine.js', 'server.web.js'].map((name) => readScript(Uri.joinPath(folder, name))),
  );
  const script = [
    'const protocol = { exports: {} }, engine = { exports: {} };',
    `(function (exports, require, module) {${protocol}})(protocol.exports, undefined, protocol);`,
    `(${engine})(engine.exports, undefined, engine);`,
    `(${server})({}, (id) => (id === './engine.js' ? engine : protocol).exports, {});`,
  ];
  return URL.createObjectURL(new Blob([script.join('\n')], { type: 'text/javascript' }));
}
