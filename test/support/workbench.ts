import { configurationDialect } from '../../src/config/dialect.ts';
import { originFromFileName } from '../../src/config/origin.ts';
import { type NameId, NO_NAME } from '../../src/dns/name-table.ts';
import { classCode } from '../../src/dns/types.ts';
import { ZoneBaselines } from '../../src/edits/baseline.ts';
import { nodeSignatureChecker } from '../../src/ports/signature-checker.node.ts';
import { Project } from '../../src/project/project.ts';
import { Reporter } from '../../src/report/report.ts';
import type { Shown } from '../../src/report/shown.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { verifyZone } from '../../src/rules/engine/verify-zone.ts';
import { VerifiedZones } from '../../src/rules/facts/verified-zones.ts';
import { registry } from '../../src/rules/registry.ts';
import type { Level } from '../../src/rules/rule.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { isCertificatePath, isPolicyPath } from '../../src/workspace/beside.ts';
import type { ZoneTraits } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';
import { type Fixture, type FixtureFile, parseFixture } from './fixture.ts';

/** What a test may set beside the texts. */
export interface WorkbenchOptions {
  readonly rules?: Readonly<Record<string, Level>>;
  readonly settings?: Partial<Settings>;
  /** Seconds since 1970; 2026-11-23 12:00 UTC where it is left out. */
  readonly now?: number;
  /** Also the rules that ask for a whole zone (SOA, NS), which most fixtures leave out. */
  readonly wholeZones?: boolean;
}

const NOON = Date.UTC(2026, 10, 23, 12) / 1000;

/** What a fixture of a few lines lacks on purpose. */
const WHOLE_ZONE_RULES = [
  ...['soa-missing', 'ns-missing', 'ns-no-address', 'ttl-missing', 'soa-not-first', 'glue-missing', 'glue-sibling'],
  ...['delegation-missing', 'delegation-differs', 'cname-dangling'],
  ...['soa-timers', 'soa-rname-invalid', 'soa-mname-no-address', 'soa-mname-alias', 'serial-date'],
  ...[
    'spf-missing',
    'tlsa-unsigned-zone',
    'dmarc-missing',
    'spf-helo',
    'mail-parked',
    'spf-no-all',
    'mx-no-ipv4',
    'mail-sender-unresolvable',
  ],
];
/** What fixtures have in passing: it is told only where a mark of the fixture or an option speaks of it. */
const RULES_IN_PASSING = [
  ...['ns-single', 'ns-same-network', 'address-private', 'ttl-high', 'cname-chain', 'wildcard-hidden', 'type-obsolete'],
];

/** The files of a fixture, with all that is known of them. */
export class Workbench {
  readonly fixture: Fixture;
  readonly store = new Store();
  readonly baselines = new ZoneBaselines(this.store);
  readonly verified = new VerifiedZones();
  readonly project: Project | undefined;
  readonly engine: Engine;
  readonly reporter: Reporter;
  readonly settings: Settings;

  /** Reads a fixture, or takes its files empty, to be typed. */
  constructor(fixture: Fixture | string, options: WorkbenchOptions = {}, texts: 'whole' | 'empty' = 'whole') {
    this.fixture = typeof fixture === 'string' ? parseFixture(fixture) : fixture;
    for (const { path, text } of this.fixture.committed ?? []) this.baselines.put(path, sourceOfText(text));
    const mentioned = new Set(this.fixture.marks.map((mark) => mark.rule));
    const rules: Record<string, Level> = {};
    const unasked = options.wholeZones ? RULES_IN_PASSING : [...WHOLE_ZONE_RULES, ...RULES_IN_PASSING];
    for (const id of unasked) if (!mentioned.has(id)) rules[id] = 'off';
    this.settings = { ...defaultSettings, ...options.settings, rules: { ...rules, ...options.rules } };
    this.engine = new Engine(this.store, registry, () => ({
      externalNetworks: this.settings.externalNetworks,
      pools: this.settings.pools,
      passesStaticNames: !this.settings.genericNames.static,
      now: options.now ?? NOON,
      bumpOnFix: this.settings.serial.bumpOnFix,
      baseline: (zone) => this.baselines.compare(zone),
      baselineSerial: (zone) => this.baselines.serial(zone),
      verified: (root) => this.verified.of(root),
      silencesIn: (file) => this.reporter.suppressions.in(file),
      isOff: (rule) => this.reporter.levelOf(rule, undefined) === 'off',
    }));
    this.reporter = new Reporter(this.engine, () => this.settings);
    const isConfigured = this.fixture.files.some(isConfiguration);
    if (isConfigured) this.project = this.#associate(texts);
    else this.#mountByName(texts);
    this.settle();
  }

  /** Reads and checks until nothing is left to do. */
  settle(): void {
    do this.engine.step(() => false);
    while (this.project?.associate() || this.store.busy || !this.engine.settled);
  }

  /** Verifies the signatures of the zones whose files are to be `verified`, as a person may ask for. */
  async verify(): Promise<void> {
    const checker = nodeSignatureChecker();
    for (const { path } of this.fixture.files.filter(({ options }) => options.has('verified')))
      for (const root of this.store.files.get(path)?.instances ?? []) {
        if (root.parent) continue;
        const result = await verifyZone(root, this.store, { checker, rest: async () => true });
        if (typeof result === 'string') throw new Error(`${path} was not verified: ${result}`);
        this.verified.put(root, result);
      }
  }

  /** All that is shown, by path and place. */
  shown(): Shown[] {
    return [...this.reporter.all()].flatMap(([, shown]) => shown);
  }

  /** The text of a file as it is now. */
  text(path: string): string {
    const file = this.store.files.get(path);
    if (!file) throw new Error(`the fixture has no file ${path}`);
    this.store.finishLoading(file);
    return file.document.text;
  }

  #associate(texts: 'whole' | 'empty'): Project {
    const project = new Project(this.store);
    project.configure({ ...this.settings, includeBase: this.settings.includeBase || undefined });
    for (const file of this.fixture.files) project.addPath(file.path);
    for (const file of this.fixture.files)
      project.put(file.path, sourceOfText(texts === 'empty' && !isConfiguration(file) ? '' : file.text));
    project.associate();
    return project;
  }

  #mountByName(texts: 'whole' | 'empty'): void {
    this.store.findInclude = (path, from) => {
      const folder = from.path.slice(0, from.path.lastIndexOf('/') + 1);
      return [folder + path, path, path.slice(path.lastIndexOf('/') + 1)].find((one) => this.store.files.has(one));
    };
    for (const { path, text } of this.fixture.files)
      if (isPolicyPath(path) || isCertificatePath(path)) this.store.beside.put(path, text);
    for (const file of this.fixture.files)
      this.store.setFile(file.path, sourceOfText(texts === 'empty' ? '' : file.text));
    for (const file of this.fixture.files) {
      const origin = file.options.get('origin') ?? originFromFileName(file.path)?.origin;
      if (origin !== undefined && !file.options.has('fragment')) this.#mount(file, origin);
    }
  }

  #mount(file: FixtureFile, origin: string): void {
    const apex = this.name(origin);
    this.store.mount(file.path, {
      apex,
      view: file.options.get('view') ?? '',
      zoneClass: classCode(file.options.get('class') ?? 'IN') ?? 1,
      traits: traitsOf(file.options),
      held: !file.options.has('not-held'),
    });
  }

  /** The id of an absolute name without escapes. */
  name(text: string): NameId {
    let name: NameId = 0;
    for (const label of text.split('.').reverse()) {
      if (label !== '' && name !== NO_NAME) name = this.store.names.childText(name, label);
    }
    return name;
  }
}

function isConfiguration(file: FixtureFile): boolean {
  return configurationDialect(file.path, file.text) !== undefined;
}

function traitsOf(options: ReadonlyMap<string, string>): ZoneTraits {
  return {
    role: options.has('secondary') ? 'secondary' : 'primary',
    dynamic: options.has('dynamic'),
    signed: options.has('signed'),
    responsePolicy: options.has('rpz'),
    catalog: options.has('catalog'),
    declared: true,
  };
}
