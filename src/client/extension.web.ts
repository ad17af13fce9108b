import { type ExtensionContext, Uri } from 'vscode';
import { Entry, type LoadedClient } from './entry.ts';
import { readScript } from './read-script.ts';

let entry: Entry | undefined;

/** Begins to look for zones in a web-worker extension host; the client is a bundle of its own. */
export function activate(context: ExtensionContext): void {
  entry = new Entry(context, () => loadClient(Uri.joinPath(context.extensionUri, 'dist')));
  entry.start();
}

/** Stops the server, where there is one. */
export async function deactivate(): Promise<void> {
  await entry?.stop();
}

/** Loads the client, and the scripts that it asks for, as the host has loaded this: it knows no other way. */
async function loadClient(folder: Uri): Promise<LoadedClient> {
  const [protocol, common, client] = await Promise.all(
    ['protocol.js', 'client-common.js', 'client.web.js'].map((name) => loadScript(Uri.joinPath(folder, name))),
  );
  const parts: Readonly<Record<string, unknown>> = {
    './protocol.js': protocol?.(require),
    './client-common.js': common?.(require),
  };
  return client?.((id) => parts[id] ?? require(id)) as LoadedClient;
}

/** A function that runs a script of CommonJS and gives what it exports. */
async function loadScript(script: Uri): Promise<(require: (id: string) => unknown) => unknown> {
  const text = await readScript(script);
  const run = new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${script.toString(true)}`);
  return (require) => {
    const module = { exports: {} };
    run(module, module.exports, require);
    return module.exports;
  };
}
