import { commands, Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { pagesIn, RULE_PAGES } from '../shared/rule-pages.ts';

const EXTENSION_ID = 'zonewright.zonewright';

/** The scheme of a rule's page: it is no file of its own. */
const PAGE_SCHEME = 'zonewright-rule';

/** The address of a rule's page up to the rule's id; the editor hands such addresses to `openRulePages`. */
export function ruleLink(uriScheme: string): string {
  return `${uriScheme}://${EXTENSION_ID}/rules/`;
}

/** Opens a rule's page for the links on diagnostics, and serves the pages' texts. */
export function openRulePages(context: ExtensionContext): Disposable {
  return Disposable.from(
    window.registerUriHandler({ handleUri: openRule }),
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      provideTextDocumentContent: (page) => readPage(context, page),
    }),
  );
}

/** Opens the page that an address of `ruleLink` names. */
export function openRule(uri: Uri): Promise<void> {
  return showRule(uri.path.replace(/^\/rules\//, ''));
}

/** Shows the page of a rule that the extension brings along. */
export async function showRule(rule: string): Promise<void> {
  if (!/^[a-z0-9-]+$/.test(rule)) return;
  await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: PAGE_SCHEME, path: `/${rule}.md` }));
}

async function readPage({ extensionUri }: ExtensionContext, { path }: Uri): Promise<string> {
  const rule = path.slice(1).replace(/\.md$/, '');
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', RULE_PAGES));
  return pagesIn(new TextDecoder().decode(bytes)).get(rule)?.text ?? phrase`There is no rule ${rule}\n`;
}
