import type { CodeAction } from 'vscode-languageserver';
import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import { originsOf } from '../report/origin-report.ts';
import { mapFile } from '../settings/map-file.ts';
import { settingsFileName } from '../settings/settings.ts';
import { commands } from '../shared/commands.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { readFile } from './file-access.ts';
import type { Session } from './session.ts';
import { settingsEdit } from './settings-edit.ts';
import { isInside } from './uri.ts';

/** What an action does, beside what it is about. */
export type MapAction = Pick<CodeAction, 'title' | 'edit' | 'command'>;

/** Ways to say in the settings which zone a file is: in `zonewright.json`, or by a question of the extension. */
export async function mapActions(session: Session, file: SourceFile, uri: string): Promise<MapAction[]> {
  const actions: MapAction[] = [];
  const folder = session.folders.find((candidate) => isInside(file.path, [candidate]));
  if (folder !== undefined) {
    const path = `${folder}/${settingsFileName}`;
    const bytes = await readFile(session, path);
    const text = bytes && new TextDecoder().decode(bytes);
    for (const origin of originsOf(session.project, file)) {
      const zone = undotted(origin);
      const entry = { file: file.path.slice(folder.length + 1), origin: zone };
      const insertion = mapFile(text, entry);
      const change = insertion && { start: insertion.offset, end: insertion.offset, text: insertion.text };
      const edit = change && settingsEdit(session, path, { text, change });
      if (edit) actions.push({ title: phrase`Map ${entry.file} to ${zone} in ${settingsFileName}`, edit });
    }
  }
  if (session.client.isExtension) {
    const title = phrase`Map this file to a zone...`;
    actions.push({ title, command: { title, command: commands.mapFile, arguments: [{ uri }] } });
  }
  return actions;
}
