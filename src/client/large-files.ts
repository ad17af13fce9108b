import { type Disposable, type Tab, TabInputText, type Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { languageIds } from '../shared/commands.ts';
import type { RunningExtension } from './running.ts';

/** The editor hands larger files to no extension. */
const LARGEST = 50 * 1024 * 1024;
const ZONE_FILE = /\.(?:zone|zonefile|arpa|soa|db|signed)$|\/db\.[^/]+$/i;

/** Says once of a file that the editor keeps to itself that it is checked as it is on disk. */
export function tellOfLargeFiles(extension: RunningExtension): Disposable {
  const told = new Set<string>();
  const look = (tabs: readonly Tab[]) => {
    for (const { input } of tabs) {
      if (!(input instanceof TabInputText) || !ZONE_FILE.test(input.uri.path)) continue;
      if (told.has(input.uri.toString())) continue;
      told.add(input.uri.toString());
      tell(extension, input.uri).catch((error) => extension.output.debug(`large files: ${error}`));
    }
  };
  for (const { tabs } of window.tabGroups.all) look(tabs);
  return window.tabGroups.onDidChangeTabs(({ opened }) => look(opened));
}

async function tell(extension: RunningExtension, uri: Uri): Promise<void> {
  const size = await workspace.fs.stat(uri).then(
    (stat) => stat.size,
    () => 0,
  );
  const isHeld = workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString() && languageIds.some((id) => id === document.languageId),
  );
  if (size <= LARGEST || isHeld) return;
  // No document of it comes, which would start the server.
  await extension.client();
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  void window.showInformationMessage(
    phrase`${name} is larger than 50 MB: it is checked as it is on disk, and what is typed counts once it is saved`,
  );
}
