import { type ExtensionContext, Uri, workspace } from 'vscode';
import { Entry, type LoadedClient } from './entry.ts';

let entry: Entry | undefined;

/** Begins to look for zones in a web-worker extension host; the client is a bundle of its own. */
export function activate(context: ExtensionContext): void {
  entry = new Entry(context, () => loadClient(Uri.joinPath(context.extensionUri, 'dist', 'client.web.js')));
  entry.start();
}

/** Stops the server, where there is one. */
export async function deactivate(): Promise<void> {
  await entry?.stop();
}

/** Loads a bundle as the host has loaded this one: it knows no other way to a second file. */
async function loadClient(script: Uri): Promise<LoadedClient> {
  const text = /^https?$/.test(script.scheme)
    ? await (await fetch(script.toString(true))).text()
    : new TextDecoder().decode(await workspace.fs.readFile(script));
  const module = { exports: {} };
  new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${script.toString(true)}`)(
    module,
    module.exports,
    require,
  );
  return module.exports as LoadedClient;
}
