import { commands, type Disposable, type ExtensionContext, Uri, window } from 'vscode';

const EXTENSION_ID = 'zonewright.zonewright';

/** The address of a rule's page up to the rule's id; the editor hands such addresses to `openRulePages`. */
export function ruleLink(uriScheme: string): string {
  return `${uriScheme}://${EXTENSION_ID}/rules/`;
}

/** Opens a rule's page for the links on diagnostics. */
export function openRulePages(context: ExtensionContext): Disposable {
  return window.registerUriHandler({
    handleUri: (uri) => openRule(context, uri),
  });
}

/** Opens the page that an address of `ruleLink` names. */
export function openRule(context: ExtensionContext, uri: Uri): Promise<void> {
  return showRule(context, uri.path.replace(/^\/rules\//, ''));
}

/** Shows the page of a rule that the extension brings along. */
export async function showRule(context: ExtensionContext, rule: string): Promise<void> {
  if (!/^[a-z0-9-]+$/.test(rule)) return;
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
  await commands.executeCommand('markdown.showPreview', page);
}
