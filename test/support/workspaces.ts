import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Project } from '../../src/project/project.ts';

/** The folder of the sample workspaces, each laid out as a system or a server has it. */
export const workspacesFolder = join(import.meta.dirname, '../fixtures/workspaces');

/** A sample workspace: its main configuration, how many zone files it has, and all that is found in it. */
export interface SampleWorkspace {
  readonly config?: string;
  readonly files: number;
  /** `path:line rule`, at the primary places. */
  readonly findings: readonly string[];
}

export const sampleWorkspaces: Readonly<Record<string, SampleWorkspace>> = {
  debian: { config: 'etc/bind/named.conf', files: 8, findings: [] },
  redhat: {
    config: 'etc/named.conf',
    files: 8,
    findings: ['var/named/dynamic/dyn.example.com.zone:12 ptr-missing'],
  },
  freebsd: { config: 'usr/local/etc/namedb/named.conf', files: 6, findings: [] },
  windows: {
    files: 2,
    findings: ['dns/2.0.192.in-addr.arpa.dns:6 ttl-missing', 'dns/example.com.dns:6 ttl-missing'],
  },
  'split-horizon': { config: 'etc/bind/named.conf', files: 5, findings: [] },
  nsd: { config: 'etc/nsd/nsd.conf', files: 3, findings: [] },
  knot: {
    config: 'etc/knot/knot.conf',
    files: 3,
    findings: ['var/lib/knot/zones/dynamic/dyn.example.com.zone:4 ptr-missing'],
  },
  coredns: { config: 'Corefile', files: 4, findings: [] },
  'git-repo': { files: 4, findings: [] },
};

/** The files of a sample workspace, by their paths in it. */
export function filesOfWorkspace(name: string): Record<string, Uint8Array> {
  const folder = join(workspacesFolder, name);
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path);
  }
  return files;
}

/** Which zones a project reads each file for, and how that is known: a line each, paths from the root. */
export function mappingOf({ store, project }: { store: Project['store']; project: Project }, root: string): string[] {
  return [...store.files.values()]
    .flatMap((file) =>
      file.instances
        .filter(({ isGuest }) => !isGuest)
        .map(({ parent, apex, view, zone }) => {
          const name = apex < 0 ? '?' : store.names.text(apex);
          const claim = project.claims(file.path).find((one) => one.view === view.name && one.origin === name);
          const source = parent ? `in ${parent.instance.file.path.slice(root.length + 1)}` : claim?.source;
          const isHeld = zone !== undefined && view.zoneAt(apex) === zone;
          const words = [file.path.slice(root.length + 1), name, view.name && `[${view.name}]`, source];
          return [...words, claim?.traits.role, isHeld ? 'held' : 'not held'].filter(Boolean).join(' ');
        }),
    )
    .sort();
}
