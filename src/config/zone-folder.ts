import { isSubdomain } from '../dns/name.ts';
import type { ConfiguredZone, ZoneFolder } from './configuration.ts';
import { compileExpression, matchExpression } from './expression.ts';
import { isBackupName } from './ignore.ts';
import type { MappedZone } from './mapped-zone.ts';
import { lastSegment, type PathIndex } from './path-index.ts';
import { findFolders } from './paths.ts';
import type { ServerTree } from './server-tree.ts';
import { absoluteZoneName } from './zone-name.ts';

/** The zones that CoreDNS's `auto` makes of the files in a folder: each by its name, through an expression. */
export function zonesOfFolders(tree: ServerTree, files: PathIndex): MappedZone[] {
  return tree.files.flatMap((file) =>
    file.configuration.folders.flatMap((folder) => {
      const expression = compileExpression(folder.expression);
      if (expression === undefined) return [];
      const wanted = { path: folder.directory, directory: undefined, configPath: file.path };
      const paths = findFolders(wanted, files).flatMap((path) => [...files.filesIn(path)].sort());
      return paths.flatMap((path) => {
        const groups = isBackupName(path) ? undefined : matchExpression(expression, lastSegment(path));
        const name = groups && originOf(folder, groups);
        if (name === undefined) return [];
        const zone = zoneOfFile(folder, name, path);
        return [{ zone, config: file.path, server: tree.server, files: [path], hasJournal: false }];
      });
    }),
  );
}

function originOf(folder: ZoneFolder, groups: readonly string[]): string | undefined {
  const written = folder.template.replace(/\{(\d{1,2})\}/g, (_, group: string) => groups[Number(group)] ?? '');
  const name = absoluteZoneName(written);
  return name !== undefined && folder.origins.some((origin) => isSubdomain(name, origin)) ? name : undefined;
}

function zoneOfFile(folder: ZoneFolder, name: string, path: string): ConfiguredZone {
  return {
    name,
    nameRange: folder.range,
    range: folder.range,
    file: `${folder.directory}/${lastSegment(path)}`,
    role: 'primary',
    class: 'IN',
    listener: folder.listener,
    ...(folder.view === undefined ? {} : { view: folder.view }),
    dynamic: false,
    signed: false,
    inlineSigning: false,
    responsePolicy: false,
    catalog: false,
    dialect: 'coredns',
  };
}
