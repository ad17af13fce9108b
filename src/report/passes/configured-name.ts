import { lastSegment } from '../../config/path-index.ts';
import { phrase } from '../../language/phrase.ts';
import type { Project } from '../../project/project.ts';
import { knownRule } from '../known-rule.ts';
import { isOfOtherZone } from '../other-zone.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';
import { rangeIn } from '../text-lines.ts';

/** Findings of a zone's name with the configuration that gives the zone that name; others as they are. */
export function configuredName(shown: readonly Shown[], { project }: ShownContext): readonly Shown[] {
  if (!project || !shown.some(isOfName)) return shown;
  return shown.map((item) => (isOfName(item) ? withConfiguration(item, project) : item));
}

function isOfName(shown: Shown): boolean {
  return knownRule(shown.rule)?.isOfName === true || isOfOtherZone(shown) || shown.outside?.isSoa === true;
}

function withConfiguration(shown: Shown, project: Project): Shown {
  const claims = project
    .claims(shown.path)
    .filter(({ source, origin }) => source === 'configuration' && origin === shown.zone);
  const declared = (claims.find(({ view }) => view === shown.view) ?? claims[0])?.declared;
  const text = declared && project.configurations.text(declared.config);
  if (!declared || text === undefined) return shown;
  const { config, zone } = declared;
  const message = phrase`${shown.message}; ${lastSegment(config)} gives the zone this name`;
  const place = { path: config, range: rangeIn(text, zone.nameRange), message: phrase`The zone is declared here` };
  return { ...shown, message, related: [...shown.related, place] };
}
