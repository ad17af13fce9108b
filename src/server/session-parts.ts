import type { Connection } from 'vscode-languageserver';
import type { IgnoredFolders } from '../ports/ignored-folders.ts';
import type { Project } from '../project/project.ts';
import type { Reporter } from '../report/report.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { Settings, SettingsProblem } from '../settings/settings.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ServerHost } from './host.ts';
import type { EngineLoop } from './loop.ts';
import type { Positions } from './positions.ts';
import type { ReadingBounds } from './reading-bounds.ts';
import type { Path } from './uri.ts';

/** A document that the client has open: its text there counts, not the one on disk. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  version: number;
  readonly languageId: string;
  /** The text of a document that is no zone; a zone's is in the store. */
  configuration?: string;
}

/** A settings file of the workspace as it was read. */
export interface SettingsFile {
  readonly text: string;
  readonly problems: readonly SettingsProblem[];
}

/** What the parts of a session, and what reads the settings, ask of the whole (see `Session`). */
export interface SessionParts {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly store: Store;
  readonly project: Project;
  readonly engine: Engine;
  readonly loop: EngineLoop;
  readonly reporter: Reporter;
  readonly open: Map<Path, OpenDocument>;
  readonly ignored: IgnoredFolders;
  /** Between the client's positions and ours. */
  readonly positions: Positions;
  /** What bounds the reading of the workspace. */
  readonly bounds: ReadingBounds;
  /** How many readings of files are going on: what they will bring is not known yet. */
  readings: number;
  readonly client: ClientFeatures;
  settings: Settings;
  /** The texts of the workspace's settings files, and what is wrong with them. */
  settingsFiles: ReadonlyMap<Path, SettingsFile>;
  /** The workspace's folders. */
  readonly folders: readonly Path[];
  /** Counts what changes reports without changing findings: texts, settings, files. */
  readonly version: number;
  /** Whether the client wants to hear what the report leaves out. */
  readonly isTraced: boolean;
  /** Says something to a client that traces. */
  logTrace(message: string): void;
  /** Counts the readings of the settings. */
  settingsVersion: number;
  /** Equal texts: the same files are the same zones, and the same settings hold. */
  readonly meaning: string;
  /** Called each time when all that had changed has been read and checked. */
  onQuiet(listener: () => void): void;
  /** Texts, files or settings have changed: what must be is read and checked. */
  changed(): void;
  /** The file of a document; undefined where nothing is known of it. */
  file(uri: string): SourceFile | undefined;
  /** The URI of a file, as the client spells it where it has it open. */
  uri(path: Path): string;
  /** What people call a file. */
  label(path: Path): string;
  /** Logs a failure with what failed; the server goes on. */
  log(what: string, error: unknown): void;
}
