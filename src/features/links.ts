import type { Span } from '../config/configuration.ts';
import { TextLines } from '../report/text-lines.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { mainInstance, rangeOfToken, rowsOfBlock } from './row.ts';

/** A stretch of a text that leads to a file. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
}

/** The files that a zone file includes. */
export function zoneLinks(ctx: FeatureContext, file: SourceFile): FileLink[] {
  const links: FileLink[] = [];
  for (const block of mainInstance(ctx.engine.store, file)?.blocks ?? []) {
    if (!block || block.children.length === 0) continue;
    const rows = rowsOfBlock(ctx.engine.store, block);
    for (const { site, instance } of block.children) {
      const row = rows.find(({ index }) => index === site.row);
      if (row && instance) links.push({ range: rangeOfToken(row, site), path: instance.file.path });
    }
  }
  return links;
}

/** The zone files that a server's configuration names, and the configuration files it includes. */
export function configurationLinks(ctx: FeatureContext, path: string): FileLink[] {
  const text = ctx.project.configurations.text(path);
  if (text === undefined) return [];
  const links: FileLink[] = [];
  const lines = new TextLines(text);
  /** By offset; without a path where several files are meant, as by the folder of CoreDNS's auto. */
  const leading = new Map<number, { readonly span: Span; readonly path: string | undefined }>();
  for (const { zone, config, files } of ctx.project.configurations.map.zones) {
    const [file] = files;
    if (config !== path || file === undefined) continue;
    // Where a pattern, a template or another view gives the file, the zone's name leads there.
    const span = zone.fileRange ?? zone.nameRange;
    leading.set(span.start, { span, path: leading.has(span.start) ? undefined : file });
  }
  for (const { span, path: file } of leading.values())
    if (file !== undefined) links.push({ range: lines.range(span), path: file });
  for (const file of ctx.project.configurations.map.servers.flatMap(({ files }) => files)) {
    if (file.path !== path) continue;
    for (const { include, paths } of file.includes)
      if (paths[0] !== undefined) links.push({ range: lines.range(include.range), path: paths[0] });
  }
  return links;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The file of the zone whose statement in a configuration holds an offset: where its declaration leads. */
export function zoneFilesAt(ctx: FeatureContext, path: string, offset: number): string[] {
  const inside = ctx.project.configurations.map.zones.filter(
    ({ zone, config }) => config === path && [zone.range, zone.nameRange].some((range) => holds(range, offset)),
  );
  return [...new Set(inside.flatMap(({ files }) => files))];
}
