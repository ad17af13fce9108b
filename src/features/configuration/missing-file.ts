import type { MappedZone } from '../../config/mapped-zone.ts';
import { undotted } from '../../dns/shown-name.ts';
import { newZoneText } from '../../edits/new-zone-text.ts';
import { phrase } from '../../language/phrase.ts';
import { TextLines } from '../../report/text-lines.ts';
import type { Range } from '../../text/block.ts';
import type { FeatureContext } from '../context.ts';
import { baseOf, pathWords } from '../renamed-files.ts';

/** A zone file that a configuration names and that is not there. */
export interface MissingFile {
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

/** The zone files that are named within a range of a configuration and are missing, where it is known where they belong. */
export function missingFiles(ctx: FeatureContext, config: string, range: Range): MissingFile[] {
  const text = ctx.project.configurations.text(config);
  if (text === undefined) return [];
  const lines = new TextLines(text);
  return ctx.project.configurations.map.zones.flatMap((mapped) => {
    const { zone, files } = mapped;
    if (mapped.config !== config || zone.role !== 'primary' || zone.file === undefined || files.length > 0) return [];
    const at = lines.range(zone.range);
    if (at.end.line < range.start.line || at.start.line > range.end.line) return [];
    const path = pathOf(ctx, mapped);
    if (path === undefined || ctx.engine.store.files.has(path)) return [];
    const { views } = ctx.engine.store;
    const view = views.get(zone.view ?? '') ?? [...views.values()][0];
    const name = undotted(zone.name);
    const written = newZoneText(view && ctx.engine.context(view), { name, now: ctx.now });
    return [{ title: phrase`Create ${ctx.label(path)} for ${name}`, path, text: written }];
  });
}

/** Where the file belongs, as the paths of other files tell that are there; without such, beside the configuration. */
function pathOf(ctx: FeatureContext, { zone, config, server }: MappedZone): string | undefined {
  const file = (zone.file ?? '').replaceAll('\\', '/');
  if (file.split('/').includes('..') || file.endsWith('/')) return undefined;
  const directory = ctx.project.configurations.map.servers.find((one) => one.server === server)?.directory;
  const bases = pathWords(ctx, config).flatMap((word) => baseOf(word) ?? []);
  for (const { prefix, folder } of bases) {
    const start = [...prefix, ''].join('/');
    if (prefix.length > 0 && file.startsWith(start)) return `${folder}/${file.slice(start.length)}`;
    if (prefix.length > 0) continue;
    if (!file.startsWith('/')) return `${folder}/${file}`;
    if (directory !== undefined && file.startsWith(`${directory}/`))
      return `${folder}/${file.slice(directory.length + 1)}`;
  }
  if (file.startsWith('/') || /^[A-Za-z]:/.test(file) || bases.length > 0) return undefined;
  return `${config.slice(0, config.lastIndexOf('/'))}/${file}`;
}
