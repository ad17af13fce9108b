import { clientFiles } from './client-files.ts';
import type { Files } from './host.ts';
import type { SessionParts } from './session-parts.ts';
import { type Path, schemeOf } from './uri.ts';

/** The bytes of a file of the workspace; undefined where it can't be read. */
export async function readFile(session: SessionParts, path: Path): Promise<Uint8Array | undefined> {
  return filesOf(session, schemeOf(path))?.read(path);
}

/** Makes the files of folders outside of the workspace known, to be read where something names them. */
export async function listOutside(session: SessionParts, folders: readonly Path[]): Promise<void> {
  for (const folder of folders) {
    const listed = (await filesOf(session, schemeOf(folder))?.list(folder)) ?? [];
    for (const path of listed.slice(0, MOST_OUTSIDE)) session.project.addOutside(path);
  }
}

/** Files that are looked for in a folder outside of the workspace. */
const MOST_OUTSIDE = 20_000;

/** The files of a scheme: the host's own or, where the client serves them, its. */
export function filesOf(session: SessionParts, scheme: string): Files | undefined {
  const own = session.host.files.get(scheme);
  if (own) return own;
  return session.client.servesFiles ? clientFiles(session.connection) : undefined;
}
