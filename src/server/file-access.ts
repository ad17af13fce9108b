import { clientFiles } from './client-files.ts';
import type { Files } from './host.ts';
import type { SessionParts } from './session-parts.ts';
import { isInside, type Path, schemeOf } from './uri.ts';

/** The bytes of a file of the workspace; undefined where it can't be read. */
export async function readFile(session: SessionParts, path: Path): Promise<Uint8Array | undefined> {
  return (await isOurs(session, path)) ? filesOf(session, schemeOf(path))?.read(path) : undefined;
}

/** Whether a file lies in the folders, whatever links lead to it; the settings may name others. */
export async function isOurs(session: SessionParts, path: Path): Promise<boolean> {
  const files = filesOf(session, schemeOf(path));
  if (!files?.realPath || session.project.isOutside(path)) return true;
  const real = await files.realPath(path);
  if (real === path || real === undefined) return true;
  for (const folder of session.folders) if (isInside(real, [(await files.realPath(folder)) ?? folder])) return true;
  return false;
}

/** Makes the files of folders outside of the workspace known, to be read where something names them. */
export async function listOutside(session: SessionParts, folders: readonly Path[]): Promise<void> {
  for (const folder of folders) {
    const listed = (await filesOf(session, schemeOf(folder))?.list(folder, { most: MOST_OUTSIDE })) ?? [];
    for (const path of listed) session.project.addOutside(path);
  }
}

/** Files that are looked for in a folder outside of the workspace. */
const MOST_OUTSIDE = 20_000;

/** The files of a scheme: the host's own or, where the client serves them, its. */
export function filesOf(session: SessionParts, scheme: string): Files | undefined {
  const own = session.host.files.get(scheme);
  if (own) return own;
  return session.client.servesFiles ? clientFiles(session.connection, () => session.bounds.budget.room) : undefined;
}
