import type { CodeAction } from 'vscode-languageserver';
import { phrase } from '../language/phrase.ts';
import { knownRule } from '../report/known-rule.ts';
import { setRule } from '../settings/rule-setting.ts';
import { settingsFileName } from '../settings/settings.ts';
import { commands } from '../shared/commands.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { workspaceEdit } from './edits.ts';
import { readFile } from './file-access.ts';
import type { Session } from './session.ts';
import { settingsEdit } from './settings-edit.ts';
import { isInside } from './uri.ts';

/** What an action does, beside what it is about. */
export type RuleAction = Pick<CodeAction, 'title' | 'edit' | 'command'>;

/** Switches a rule off in a file, by a comment above all. */
export function disableInFile(session: Session, file: SourceFile, rule: string): RuleAction {
  const title = phrase`Disable ${rule} for this file`;
  const start = { line: 0, character: 0 };
  const end = /\r\n|\n|\r/.exec(file.document.blocks[0]?.text ?? '')?.[0] ?? '\n';
  const edits = [{ file, edits: [{ range: { start, end: start }, text: `; zonewright-disable ${rule}${end}` }] }];
  return { title, edit: workspaceEdit(session, edits, { title, home: file.path }) };
}

/**
 * Sets a rule's severity for the workspace: in the extension by a question, elsewhere it is switched off in
 * `zonewright.json`.
 */
export async function disableEverywhere(session: Session, file: SourceFile, rule: string): Promise<RuleAction[]> {
  if (session.client.isExtension) {
    const title = phrase`Set the severity of ${rule} for the workspace...`;
    const inForce = session.settings.rules[rule] ?? knownRule(rule)?.severity;
    return [{ title, command: { title, command: commands.setSeverity, arguments: [rule, inForce] } }];
  }
  const folder = session.folders.find((candidate) => isInside(file.path, [candidate]));
  if (folder === undefined) return [];
  const path = `${folder}/${settingsFileName}`;
  const bytes = await readFile(session, path);
  const text = bytes && new TextDecoder().decode(bytes);
  const change = setRule(text, rule, 'off');
  const edit = change && settingsEdit(session, path, { text, change });
  return edit ? [{ title: phrase`Disable ${rule} everywhere, in ${settingsFileName}`, edit }] : [];
}

/** Opens the page of a rule; other clients have its address in the diagnostic. */
export function openRulePage(session: Session, rule: string): RuleAction[] {
  if (!session.client.isExtension) return [];
  const title = phrase`Open the page of ${rule}`;
  return [{ title, command: { title, command: commands.showRule, arguments: [rule] } }];
}
