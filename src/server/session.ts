import { type CancellationToken, type Connection, LogTraceNotification, type TraceValue } from 'vscode-languageserver';
import type { FeatureContext } from '../features/context.ts';
import { IgnoredFolders } from '../ports/ignored-folders.ts';
import { Project } from '../project/project.ts';
import { Reporter } from '../report/report.ts';
import { Engine } from '../rules/engine/engine.ts';
import { VerifiedZones } from '../rules/facts/verified-zones.ts';
import type { Rule, RuleSettings } from '../rules/rule.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { printable } from '../text/printable.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import { Afterwards } from './afterwards.ts';
import { Analysis } from './analysis.ts';
import { Baselines } from './baselines.ts';
import { BetweenMessages } from './between-messages.ts';
import { Calm } from './calm.ts';
import { type ClientFeatures, clientFeatures } from './client-features.ts';
import { Diagnostics } from './diagnostics.ts';
import { DiskNews } from './disk-news.ts';
import { DoneFixes } from './done-fixes.ts';
import type { ServerHost } from './host.ts';
import { EngineLoop } from './loop.ts';
import { Maps } from './maps.ts';
import { Openings } from './openings.ts';
import { OtherNames } from './other-names.ts';
import { Positions } from './positions.ts';
import { ReadingBounds } from './reading-bounds.ts';
import { Repeated } from './repeated.ts';
import type { OpenDocument, SessionParts, SettingsFile } from './session-parts.ts';
import { Unreadable } from './unreadable.ts';
import { displayPath, type Path, pathOfUri, uriOfPath } from './uri.ts';
import { readSettings } from './workspace-settings.ts';

/** All that the server knows: the workspace's texts, what was found, the client, the settings. */
export class Session implements SessionParts {
  readonly connection: Connection;
  /** Lets messages that come in quick succession go before work. */
  readonly between: BetweenMessages;
  readonly host: ServerHost;
  readonly store = new Store();
  readonly project = new Project(this.store);
  readonly engine: Engine;
  readonly loop: EngineLoop;
  readonly reporter: Reporter;
  readonly diagnostics: Diagnostics;
  readonly baselines: Baselines;
  readonly calm: Calm;
  readonly done = new DoneFixes();
  /** The zones whose signatures a person had verified. */
  readonly verified = new VerifiedZones();
  readonly unreadable: Unreadable;
  readonly maps: Maps;
  readonly names = new OtherNames();
  readonly positions = new Positions(this);
  readonly bounds = new ReadingBounds(this, defaultSettings);
  readonly open = new Map<Path, OpenDocument>();
  /** The documents that were opened and are not taken in yet. */
  readonly openings: Openings;
  /** The URIs of documents as the client spells them, also when they are closed. */
  readonly spelled = new Map<Path, string>();
  /** Requests are answered between the client's `initialize` and its `shutdown` only. */
  stage: 'new' | 'serving' | 'over' = 'new';
  readonly ignored = new IgnoredFolders();
  /** How many readings of files are going on: what they will bring is not known yet. */
  readings = 0;
  /** What was told of the disk while it was being looked at. */
  readonly news = new DiskNews();
  readonly #settingsReading = new Repeated(() => readSettings(this));
  client: ClientFeatures = clientFeatures({ processId: null, rootUri: null, capabilities: {} });
  settings: Settings = defaultSettings;
  /** The texts of the workspace's settings files, and what is wrong with them. */
  settingsFiles: ReadonlyMap<Path, SettingsFile> = new Map();
  /** The colours of whole files as they were sent last, for those who ask for what has changed. */
  readonly sentTokens = new Map<Path, { readonly resultId: string; readonly data: readonly number[] }>();
  /** The workspace's folders. */
  folders: Path[] = [];
  /** Counts what changes reports without changing findings: texts, settings, files. */
  version = 0;
  /** Counts the readings of the settings. */
  settingsVersion = 0;
  readonly #analysis: Analysis;
  readonly #afterwards: Afterwards;
  #isTraced = false;
  readonly #quietListeners: (() => void)[] = [];

  constructor(connection: Connection, host: ServerHost, rules: readonly Rule[]) {
    this.connection = connection;
    this.between = new BetweenMessages(host);
    this.host = { ...host, soon: (run) => this.between.soon(run) };
    this.engine = new Engine(this.store, rules, () => this.#ruleSettings());
    this.reporter = new Reporter(this.engine, () => this.settings, this.project, {
      isReading: () => this.readings > 0 || this.loop.isHeld,
      typing: () => this.calm.typed,
    });
    this.calm = new Calm(this);
    this.#analysis = new Analysis(this.project, this.engine, () => this.loop.isHeld);
    this.loop = new EngineLoop(this.host, this.#analysis, {
      quiet: () => {
        for (const listener of this.#quietListeners) listener();
      },
      error: (error) => this.log('the analysis', error),
    });
    this.openings = new Openings(this);
    this.unreadable = new Unreadable(this);
    this.baselines = new Baselines(this);
    this.diagnostics = new Diagnostics(this);
    this.#afterwards = new Afterwards(this);
    this.maps = new Maps(this);
  }

  /** Called each time when all that had changed has been read and checked, and again when all zones were looked over. */
  onQuiet(listener: () => void): void {
    this.#quietListeners.push(listener);
  }

  /** Reads the settings anew. */
  readSettings(): Promise<void> {
    return this.#settingsReading.run();
  }

  /** Texts, files or settings have changed: what must be is read and checked. */
  changed(): void {
    this.version++;
    this.loop.wake();
  }

  /** Equal texts: the same files are the same zones, and the same settings hold. */
  get meaning(): string {
    return `${this.#analysis.associations} ${this.settingsVersion}`;
  }

  /** The client is leaving: nothing more is done or said. */
  stop(): void {
    this.loop.stop();
    this.openings.stop();
    this.calm.stop();
    this.diagnostics.stop();
    this.baselines.stop();
    this.#afterwards.stop();
    this.maps.dispose();
  }

  /** The file of a document; undefined where nothing is known of it. */
  file(uri: string): SourceFile | undefined {
    return this.store.files.get(pathOfUri(uri));
  }

  /** The URI of a file, as the client spells it where it has it open. */
  uri(path: Path): string {
    return this.open.get(path)?.uri ?? this.spelled.get(path) ?? uriOfPath(path);
  }

  /** What people call a file. */
  label(path: Path): string {
    return displayPath(path, this.folders);
  }

  /**
   * Resolves when a question about the zones has its full answer, at the latest after a second. In a flood of documents
   * that is not waited for: what was taken in is read.
   */
  async ready(token?: CancellationToken): Promise<void> {
    if (this.openings.isFlood) await this.loop.whenIdle(1000);
    else await this.loop.whenChecked(1000, token);
  }

  /** The workspace has become trusted: hovers may link to commands, and other checkers be run. */
  trusted(): void {
    this.client = { ...this.client, isTrusted: true, linksCommands: this.client.isExtension };
  }

  /** What the features ask. */
  get features(): FeatureContext {
    return {
      engine: this.engine,
      project: this.project,
      places: this.reporter.places,
      settings: this.settings,
      label: (path) => this.label(path),
      now: this.host.clock(),
    };
  }

  /** Whether the client wants to hear what the server does (`zonewright.trace.server`). */
  get isTraced(): boolean {
    return this.#isTraced;
  }

  /** The client begins to listen, or ceases to; one that begins hears all there is to tell. */
  setTrace(value: TraceValue): void {
    const isTraced = value !== 'off';
    if (isTraced === this.#isTraced) return;
    this.#isTraced = isTraced;
    this.diagnostics.reports.traceAgain();
    this.changed();
  }

  /** Tells the client what the server does, where it wants to hear it. */
  logTrace(message: string): void {
    if (!this.#isTraced) return;
    this.connection.sendNotification(LogTraceNotification.type, { message }).catch(() => {});
  }

  /** Logs a failure with what failed; the server goes on. */
  log(what: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      this.connection.console.error(printable(`${what}: ${text}`, '\n'));
    } catch {
      // The client has gone: nobody is there to hear it.
    }
  }

  #ruleSettings(): RuleSettings {
    const { externalNetworks, pools, genericNames, serial } = this.settings;
    return {
      externalNetworks,
      pools,
      passesStaticNames: !genericNames.static,
      now: this.host.clock(),
      bumpOnFix: serial.bumpOnFix,
      baseline: (zone) => this.baselines.zones.compare(zone),
      baselineSerial: (zone) => this.baselines.zones.serial(zone),
      verified: (root) => this.verified.of(root),
      silencesIn: (file) => this.reporter.suppressions.in(file),
      isOff: (rule) => this.reporter.levelOf(rule, undefined) === 'off',
    };
  }
}
