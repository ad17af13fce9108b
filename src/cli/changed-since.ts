import { asciiText, sourceOfBytes } from '../text/source.ts';
import type { Surroundings } from './surroundings.ts';
import type { Workspace } from './workspace.ts';

/**
 * The zone files and configurations of a workspace that are others than in a revision of git, new ones too. What the working
 * folder has counts, and how lines end does not.
 */
export async function changedFiles(
  revision: string,
  { store, project, root }: Workspace,
  around: Surroundings,
): Promise<{ readonly paths: ReadonlySet<string> } | { readonly problem: string }> {
  const before = await around.revision?.(root, revision);
  if (!before) return { problem: `--changed-since: there is no git to ask` };
  if ('problem' in before) return { problem: `--changed-since: ${before.problem}` };
  const paths = new Set<string>();
  for (const [path, file] of store.files) if (!(await isSame(path, file.document.text))) paths.add(path);
  for (const path of project.paths.all()) {
    const text = project.configurations.text(path);
    if (text !== undefined && !(await isSame(path, text))) paths.add(path);
  }
  before.close();
  return { paths };

  async function isSame(path: string, text: string): Promise<boolean> {
    const content = await (before as Exclude<typeof before, { problem: string } | undefined>).files.read(path);
    if (content.kind !== 'bytes') return false;
    const source = sourceOfBytes(content.bytes);
    return withLineFeeds(source.text ?? asciiText(source.codes)) === withLineFeeds(text);
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}
