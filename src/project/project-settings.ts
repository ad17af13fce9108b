import type { FileMapping } from './file-mappings.ts';

/** The settings that say which file is which zone. */
export interface ProjectSettings {
  /** In the order of the settings. An origin without final dot is absolute too. */
  readonly zones: readonly FileMapping[];
  /** Globs of configuration files beside those that are found by name. */
  readonly configuration: readonly string[];
  /** A folder that relative $INCLUDE paths are taken from, after the server's directory. */
  readonly includeBase: string | undefined;
  readonly detectByContent: boolean;
}

/** The settings of a workspace that has none. */
export const DEFAULT_PROJECT_SETTINGS: ProjectSettings = {
  zones: [],
  configuration: [],
  includeBase: undefined,
  detectByContent: true,
};
