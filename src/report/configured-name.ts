import { lastSegment } from '../config/path-index.ts';
import { rangeIn } from '../features/definition.ts';
import type { Project } from '../project/project.ts';
import type { Shown } from './report.ts';

/** Rules that find the name of a zone wrong: it is to be changed where it is given. */
const OF_NAMES: ReadonlySet<string> = new Set(['arpa-zone-reversed']);

/** A finding of a zone's name, with the configuration that gives the zone that name; others as they are. */
export function withConfiguration(shown: Shown, project: Project | undefined): Shown {
  if (!project || !(OF_NAMES.has(shown.rule) || isOfOtherZone(shown) || shown.outside?.isSoa)) return shown;
  const claims = project
    .claims(shown.path)
    .filter(({ source, origin }) => source === 'configuration' && origin === shown.zone);
  const declared = (claims.find(({ view }) => view === shown.view) ?? claims[0])?.declared;
  const text = declared && project.configurationText(declared.config);
  if (!declared || text === undefined) return shown;
  const { config, zone } = declared;
  const message = `${shown.message}; ${lastSegment(config)} gives the zone this name`;
  const place = { path: config, range: rangeIn(text, zone.nameRange), message: 'The zone is declared here' };
  return { ...shown, message, related: [...shown.related, place] };
}

/** Whether it is said of an SOA that it is another zone's than the file is read for. */
export function isOfOtherZone({ rule, finding }: Shown): boolean {
  return rule === 'soa-missing' && finding?.at.kind === 'record';
}
