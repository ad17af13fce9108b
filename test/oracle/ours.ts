import { zoneErrors } from '../../src/compile/errors.ts';
import { zoneLines } from '../../src/compile/lines.ts';
import { NO_NAME } from '../../src/dns/name-table.ts';
import { DECLARED } from '../../src/project/claim.ts';
import { Reporter } from '../../src/report/report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { sourceOfBytes } from '../../src/text/source.ts';
import type { Instance } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';
import { MASTER, type Outcome, recordsOf, type ZoneCase } from './bind.ts';

/** What `compile` makes of a case, without its files and processes. */
export function ourOutcome(zone: ZoneCase): Outcome {
  const { engine, instance } = load(zone);
  const originText = zone.origin.replace(/\.?$/, '.');
  const lines = zoneLines(engine.store, instance, originText);
  let dump = '';
  for (const line of lines.records()) dump += line;
  engine.step(() => false);
  const reporter = new Reporter(engine, () => defaultSettings);
  const errors = zoneErrors(reporter, { instance, originText, lines });
  return {
    isAccepted: errors.length === 0,
    records: recordsOf(dump),
    errorLines: [...new Set(errors.map(({ path, line }) => `${path}:${line}`))].sort(),
    messages: errors.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`),
  };
}

/** What the editor shows of a case's master file: line and rule. */
export function findingsOf(zone: ZoneCase): string[] {
  const { engine, instance } = load(zone);
  engine.step(() => false);
  return new Reporter(engine, () => defaultSettings)
    .of(instance.file)
    .filter((shown) => shown.primary)
    .map((shown) => `${shown.range.start.line + 1} ${shown.rule}`);
}

/** The lines of the zone file at which a finding or its other side is shown. */
export function toldLines(zone: ZoneCase): Set<number> {
  const { engine, instance } = load(zone);
  engine.step(() => false);
  return new Set(
    new Reporter(engine, () => defaultSettings).of(instance.file).map(({ range }) => range.start.line + 1),
  );
}

/** The lines in which `check` tells of errors, in all files of a case: `file:line: rule message`. */
export function checkErrors(zone: ZoneCase): string[] {
  const { engine } = load(zone);
  engine.step(() => false);
  const said: string[] = [];
  for (const [file, shown] of new Reporter(engine, () => defaultSettings).all())
    for (const { primary, severity, range, rule, message } of shown)
      if (primary && severity === 'error') said.push(`${file.path}:${range.start.line + 1}: ${rule} ${message}`);
  return said;
}

function load({ files, origin }: ZoneCase): { engine: Engine; instance: Instance } {
  const store = new Store();
  store.findInclude = (path) => (files.has(path) ? path : undefined);
  for (const [name, bytes] of files) store.setFile(name, sourceOfBytes(bytes));
  let apex = 0;
  for (const label of origin.split('.').reverse())
    if (label !== '' && apex !== NO_NAME) apex = store.names.childText(apex, label.toLowerCase());
  const instance = store.mount(MASTER, { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  if (!instance) throw new Error('no master file');
  store.step(() => false);
  const settings = { externalNetworks: [], pools: [], now: 1_700_000_000, bumpOnFix: false, isOff: () => false };
  return { engine: new Engine(store, registry, () => settings), instance };
}
