import { ROOT } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';
import type { Project } from '../project/project.ts';
import { zoneNotLoaded } from '../rules/text/text-rules.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import type { Faulted } from './fault-types.ts';
import { placeOf } from './origin-report.ts';
import type { Places } from './place.ts';

/**
 * A zone file that the workspace's configurations do not load, though they load others. Where one names a file of the zone
 * that is not there, that is said of it.
 */
export function loadingFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  if (!project.isLeftOut(file.path)) return undefined;
  const instance = file.instances.find(({ parent, isGuest }) => !parent && !isGuest);
  const range = instance && placeOf(file, project.store, places)?.range;
  if (!range || isNamedOtherwise(project, instance)) return undefined;
  return {
    rule: zoneNotLoaded.id,
    severity: undefined,
    message: phrase`No configuration of this workspace loads this zone: it is not checked against those that one loads`,
    path: file.path,
    range,
    related: [],
    fixes: [],
    instance,
  };
}

function isNamedOtherwise({ configurations, store: { names } }: Project, { apex }: Instance): boolean {
  return apex > ROOT && configurations.map.problems.some(({ zone }) => zone === names.text(apex));
}
