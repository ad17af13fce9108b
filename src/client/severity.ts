import { ConfigurationTarget, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { settingsSection } from '../shared/commands.ts';

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** Asks for the severity of a rule in the place of the one in force, and sets it for the workspace; without one, for the user. */
export async function setSeverity(rule: string, inForce?: string): Promise<void> {
  if (!/^[a-z0-9-]+$/.test(rule)) return;
  const settings = workspace.getConfiguration(`${settingsSection}.rules`);
  const items = LEVELS.map((level) => ({
    label: level,
    ...(level === inForce ? { description: phrase`as it is` } : {}),
  }));
  const picked = await window.showQuickPick(items, { title: phrase`The severity of ${rule} for the workspace` });
  if (!picked) return;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update(rule, picked.label, target);
}
