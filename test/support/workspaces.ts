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
    findings: [],
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
  'two-servers': {
    files: 4,
    findings: ['ns2/etc/bind/zones/db.192.0.2:6 ptr-mismatch', 'ns2/etc/bind/zones/db.example.com:6 ptr-missing'],
  },
  'lab-and-prod': {
    files: 4,
    findings: [
      'lab/example.com.zone:2 origin-unknown',
      'prod/2.0.192.in-addr.arpa.zone:6 ptr-mismatch',
      'prod/example.com.zone:6 ptr-missing',
    ],
  },
  chroot: {
    files: 3,
    findings: [
      'var/named/chroot/var/named/192.0.2.rev:5 ptr-target-in-arpa',
      'var/named/example.com.zone:2 zone-not-loaded',
    ],
  },
  ansible: { files: 2, findings: ['roles/bind/files/db.example.com:6 ptr-missing'] },
  course: { files: 2, findings: ['reverse.192.168.1.db:6 ptr-target-misspelt'] },
  'dhcp-beside': { files: 1, findings: [] },
  'sites-by-name': { files: 3, findings: ['paris.db.10.1.3:5 ptr-target-no-address'] },
  container: {
    files: 2,
    findings: [
      'config/named.conf:1 configuration-file-shared',
      'records/example.com.zone:3 out-of-zone',
      'records/example.com.zone:7 ptr-missing',
    ],
  },
  'old-copies': {
    files: 4,
    findings: ['backup/example.com.zone:2 zone-not-loaded', 'example.org.zone:2 zone-not-loaded'],
  },
  parked: { files: 1, findings: ['named.conf:1 configuration-file-shared'] },
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
