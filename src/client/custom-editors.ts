import {
  ConfigurationTarget,
  commands,
  type Disposable,
  type ExtensionContext,
  type Tab,
  TabInputCustom,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { looksLikeZone } from './detect.ts';

const DECLINED = 'zonewright.keepsCustomEditor';
const HEAD_BYTES = 4096;

/** Offers to open a zone file as text where another extension's editor (a SQLite viewer for `*.db`) took it. */
export function offerTextEditor(context: ExtensionContext): Disposable {
  // The tab that brought the extension to life is there already.
  for (const { tabs } of window.tabGroups.all) for (const tab of tabs) void offer(context, tab);
  return window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const tab of opened) void offer(context, tab);
  });
}

async function offer(context: ExtensionContext, tab: Tab): Promise<void> {
  const { input } = tab;
  if (!(input instanceof TabInputCustom) || !/\.(?:db|dns)$/i.test(input.uri.path)) return;
  if (context.workspaceState.get(DECLINED, false) || !(await isZone(input.uri))) return;
  const extension = input.uri.path.slice(input.uri.path.lastIndexOf('.'));
  const name = input.uri.path.slice(input.uri.path.lastIndexOf('/') + 1);
  const once = phrase`Open as Text`;
  const always = phrase`Always for *${extension} Here`;
  const never = phrase`Don't Ask Again`;
  const choice = await window.showInformationMessage(
    phrase`${name} is a zone file, but the editor "${input.viewType}" opens it`,
    once,
    always,
    never,
  );
  if (choice === never) await context.workspaceState.update(DECLINED, true);
  if (choice === always) await associate(`*${extension}`);
  if (choice === once || choice === always) {
    await window.tabGroups.close(tab);
    await commands.executeCommand('vscode.openWith', input.uri, 'default');
  }
}

async function isZone(uri: Uri): Promise<boolean> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    return looksLikeZone(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)));
  } catch {
    return false;
  }
}

async function associate(pattern: string): Promise<void> {
  const workbench = workspace.getConfiguration('workbench');
  const known = workbench.inspect<Record<string, string>>('editorAssociations');
  const hasFolder = workspace.workspaceFolders !== undefined;
  const target = hasFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const before = (hasFolder ? known?.workspaceValue : known?.globalValue) ?? {};
  await workbench.update('editorAssociations', { ...before, [pattern]: 'default' }, target);
}
