import { readEditorSettings, readSettingsFile, settingsFileName, settingsOf } from '../features/settings.ts';
import { settingsSection } from '../shared/commands.ts';
import type { Session } from './session.ts';
import { type Path, schemeOf } from './uri.ts';
import { readFile } from './workspace-files.ts';

/** Reads the settings anew: the file in the workspace's root, and over it the editor's own. */
export async function readSettings(session: Session): Promise<void> {
  const isRule = (id: string) => session.engine.rule(id) !== undefined;
  const layers = [];
  for (const folder of session.folders) {
    const bytes = await readFile(session, `${folder}/${settingsFileName}`);
    if (bytes) layers.push(readSettingsFile(new TextDecoder().decode(bytes), isRule));
  }
  if (session.client.configuration) {
    const settings: unknown = await session.connection.workspace.getConfiguration(settingsSection);
    layers.push(readEditorSettings(settings, isRule));
  }
  session.settings = settingsOf(layers);
  session.settingsVersion++;
  const { zones, configuration, includeBase, detectByContent } = session.settings;
  session.project.configure({
    zones,
    configuration,
    includeBase: includeBase === '' ? undefined : basePath(session.folders, includeBase),
    detectByContent,
  });
  session.engine.checkAgain();
  session.changed();
}

/** A folder of the settings: absolute, or below the workspace's first folder. */
function basePath(folders: readonly Path[], base: string): Path | undefined {
  const [root] = folders;
  const clean = base.replaceAll('\\', '/').replace(/\/+$/, '');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(clean)) return clean;
  if (clean.startsWith('/')) return `${root ? schemeOf(root) : 'file'}://${clean}`;
  if (/^[A-Za-z]:\//.test(clean)) return `file:///${clean[0]?.toLowerCase()}${clean.slice(1)}`;
  return root === undefined ? undefined : `${root}/${clean.replace(/^\.\//, '')}`;
}
