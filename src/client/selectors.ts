import { workspace } from 'vscode';
import { languageIds, settingsSection } from '../shared/commands.ts';

/** Documents of other schemes are copies of files (a version in git, a notebook's output): they are no zones. */
const FILE_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/**
 * Configurations of servers: they lead to their zone files, and say which of them are missing. One pattern each, for the
 * editor's patterns have no braces within braces.
 */
const CONFIGURATIONS = [
  '**/{named,nsd,knot}*.conf',
  '**/named.conf.*',
  '**/{named.rfc*.zones,zones.rfc*}',
  '**/{bind,bind9,named,namedb,nsd,nsd.conf.d,knot,knot-dns,coredns}/**/*.{conf,cfg,zones,include,inc}',
  '**/{Corefile,Corefile.*,*.corefile}',
];

/** The documents that are served: zones in files of all kinds, and the configurations of servers. */
export function documentSelector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
  const named = setting<readonly string[]>('configuration', []).map(patternOf);
  const configurations = fileSchemes().flatMap((scheme) =>
    [...CONFIGURATIONS, ...named].map((pattern) => ({ scheme, pattern })),
  );
  return [...zoneSelector(), ...configurations];
}

/** A path or glob of the settings as a pattern for documents: what is not absolute fits from any folder on. */
function patternOf(path: string): string {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path) ? path : `**/${path.replace(/^(?:\.{1,2}\/)+/, '')}`;
}

/** A setting of the extension. */
export function setting<T>(name: string, fallback: T): T {
  return workspace.getConfiguration(settingsSection).get<T>(name, fallback);
}

/** Zones, in the language ids of this and of older extensions. */
export function zoneSelector(): { scheme: string; language: string }[] {
  return fileSchemes().flatMap((scheme) => languageIds.map((language) => ({ scheme, language })));
}

function fileSchemes(): string[] {
  const folders = workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
  return [...new Set([...FILE_SCHEMES, ...folders])];
}
