import type { Engine } from '../rules/engine.ts';
import type { Project } from '../workspace/project.ts';
import type { Places } from './place.ts';
import type { Settings } from './settings.ts';

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
