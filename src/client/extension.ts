import type { ExtensionContext } from 'vscode';
import { Entry, type LoadedClient } from './entry.ts';

let entry: Entry | undefined;

/** Begins to look for zones in a Node extension host; the client is a bundle of its own. */
export function activate(context: ExtensionContext): void {
  const path = context.asAbsolutePath('dist/client.js');
  entry = new Entry(context, async () => require(path) as LoadedClient);
  entry.start();
}

/** Stops the server, where there is one. */
export async function deactivate(): Promise<void> {
  await entry?.stop();
}
