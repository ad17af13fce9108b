import { phrase } from '../language/phrase.ts';
import {
  LARGEST_SETTINGS,
  readEditorSettings,
  readSettingsFile,
  type Settings,
  type SettingsLayer,
  settingsFileName,
  settingsOf,
} from '../settings/settings.ts';
import { settingsSection } from '../shared/commands.ts';
import { answerOf } from './client-answers.ts';
import { listOutside, readFile } from './file-access.ts';
import type { SessionParts, SettingsFile } from './session-parts.ts';
import { outsideFolders, settingGlob, settingPath } from './setting-paths.ts';
import { toTheEnd } from './slices.ts';
import type { Path } from './uri.ts';

/**
 * Reads the settings anew: the file in the workspace's root, and over it the editor's own. Only the editor's, which ask
 * for trust, may lead out of the workspace.
 */
export async function readSettings(session: SessionParts): Promise<void> {
  const isRule = (id: string) => session.engine.rule(id) !== undefined;
  const layers: SettingsLayer[] = [];
  const files = new Map<Path, SettingsFile>();
  for (const folder of session.folders) {
    const path = `${folder}/${settingsFileName}`;
    const bytes = await readFile(session, path);
    if (!bytes) continue;
    const isTooLarge = bytes.length > LARGEST_SETTINGS;
    const text = isTooLarge ? '' : new TextDecoder().decode(bytes);
    const layer = isTooLarge ? tooLarge(bytes.length) : readSettingsFile(text, isRule);
    layers.push(layer);
    files.set(path, { text, problems: layer.problems });
  }
  if (session.client.configuration) {
    const settings: unknown = await answerOf(session, 'reading the settings', () =>
      session.connection.workspace.getConfiguration(settingsSection),
    );
    const layer = readEditorSettings(settings, isRule);
    layers.push(layer);
    for (const { key, message } of layer.problems)
      session.connection.console.warn(`${settingsSection}.${key}: ${message}`);
    await listOutside(session, outsideFolders(session.folders, settingsOf([layer])));
  }
  const settings = settingsOf(layers);
  const takeIn = await judgedNames(session, settings);
  session.settingsFiles = files;
  session.settings = settings;
  session.settingsVersion++;
  takeIn();
  session.bounds.changed(session.settings);
  session.engine.checkAgain();
  session.changed();
}

/** Holds the names of all files against the settings, and gives what has these count. */
async function judgedNames(session: SessionParts, settings: Settings): Promise<() => void> {
  const { zones, configuration, includeBase, detectByContent } = settings;
  const steps = session.project.judging({
    zones: zones.map((zone) => ({ ...zone, file: settingGlob(session.folders, zone.file) })),
    configuration: configuration.map((glob) => settingGlob(session.folders, glob)),
    includeBase: includeBase === '' ? undefined : settingPath(session.folders, includeBase),
    detectByContent,
  });
  session.readings++;
  try {
    return await toTheEnd(session, steps);
  } finally {
    session.readings--;
  }
}

function tooLarge(size: number): SettingsLayer {
  const message = phrase`It has ${size} bytes, more than the ${LARGEST_SETTINGS} of a settings file: none of it counts`;
  return { values: new Map(), problems: [{ key: '', start: 0, end: 0, message }] };
}
