import type { Project } from '../project/project.ts';
import type { Places } from '../report/place.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { Settings } from '../settings/settings.ts';

/** What features ask: the workspace with its findings, which file is which zone, places, settings. */
export interface FeatureContext {
  readonly engine: Engine;
  readonly project: Project;
  readonly places: Places;
  readonly settings: Settings;
  /** What people call a file. */
  readonly label: (path: string) => string;
  /** Seconds since 1970. */
  readonly now: number;
}
