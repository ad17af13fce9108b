import { undotted } from '../dns/shown-name.ts';
import type { SignatureChecker } from '../ports/signature-checker.ts';
import { verifiedText } from '../report/verified-text.ts';
import { verifyZone } from '../rules/engine/verify-zone.ts';
import type { Instance } from '../workspace/instance.ts';
import { sayProblem } from './say.ts';
import type { Surroundings } from './surroundings.ts';
import type { Workspace } from './workspace.ts';

/** Verifies the signatures of the signed zones with a file that was asked about, and says how many of each there are. */
export async function verifySignatures(
  workspace: Workspace,
  around: Surroundings,
  { quiet }: { readonly quiet: boolean },
): Promise<void> {
  const checker = await around.signatures?.();
  const lines = checker ? await verifyAll(workspace, checker, around) : ['signatures can not be verified here'];
  around.progress?.end();
  if (!quiet) for (const line of lines) sayProblem(line, around);
}

async function verifyAll(workspace: Workspace, checker: SignatureChecker, around: Surroundings): Promise<string[]> {
  const { store, verified, tick, isSelected } = workspace;
  const lines: string[] = [];
  const rest = async (): Promise<true> => {
    tick();
    return true;
  };
  for (const { instances } of [...store.files.values()])
    for (const root of instances) {
      if (root.parent || root.isGuest || !isPartSelected(root, isSelected)) continue;
      const name = undotted(store.names.text(root.apex));
      around.progress?.begin(() => `signatures of ${name}`);
      const result = await verifyZone(root, store, { checker, rest });
      if (typeof result !== 'string') verified.put(root, result);
      const text = verifiedText(result);
      if (text !== undefined) lines.push(`${name}: ${text}`);
    }
  return lines.length > 0 ? lines : ['no zone that was asked about has signatures'];
}

function isPartSelected({ file, blocks }: Instance, isSelected: (path: string) => boolean): boolean {
  if (isSelected(file.path)) return true;
  return blocks.some((block) =>
    block?.children.some(({ instance }) => instance && isPartSelected(instance, isSelected)),
  );
}
