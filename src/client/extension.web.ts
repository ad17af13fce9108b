import { type ExtensionContext, Uri } from 'vscode';
import { Entry, type LoadedClient } from './entry.ts';
import { readScript } from './read-script.ts';

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
  const text = await readScript(script);
  const module = { exports: {} };
  new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${script.toString(true)}`)(
    module,
    module.exports,
    require,
  );
  return module.exports as LoadedClient;
}
