import { phrase } from '../language/phrase.ts';
import type { Project } from '../project/project.ts';
import { zoneNotLoaded } from '../rules/text/text-rules.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Faulted } from './fault-types.ts';
import { placeOf } from './origin-report.ts';
import type { Places } from './place.ts';

/** A zone file that the workspace's configurations do not load, though they load others. */
export function loadingFault(project: Project, file: SourceFile, places: Places): Faulted | undefined {
  if (!project.isLeftOut(file.path)) return undefined;
  const instance = file.instances.find(({ parent, isGuest }) => !parent && !isGuest);
  const range = instance && placeOf(file, project.store, places)?.range;
  if (!range) return undefined;
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
