import type { Configuration, ConfiguredZone } from '../../src/config/configuration.ts';
import { type MapInput, mappingSteps, type ZoneMap } from '../../src/config/map.ts';
import type { PathIndex } from '../../src/config/path-index.ts';
import { findPath } from '../../src/config/paths.ts';
import { configuredZone, type ServerSettings } from '../../src/config/resolve.ts';

/** Reads configurations and finds the file, the view and the role of every zone that they name. */
export function mapZones(input: MapInput): ZoneMap {
  const steps = mappingSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The zones of one file, with the settings of the whole server. */
export function configuredZones(configuration: Configuration, server: ServerSettings): ConfiguredZone[] {
  return configuration.zones.map((statement) => configuredZone(statement, server));
}

/** The files of the workspace that a path of the server means: as paths. */
export function matchPath(
  serverPath: string,
  directory: string | undefined,
  configPath: string,
  files: PathIndex,
): string[] {
  return findPath({ path: serverPath, directory, configPath }, files).map((match) => match.path);
}
