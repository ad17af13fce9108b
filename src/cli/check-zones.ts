import { NO_BASELINE } from '../ports/baseline.ts';
import type { FileContent, FileSystem } from '../ports/file-system.ts';
import { ruleOf } from '../rules/registry.ts';
import { settingsFileName } from '../settings/settings.ts';
import { check } from './check.ts';
import { noSuchRule } from './no-such-rule.ts';
import { absolutePath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';

/** How zones are checked; all may be left out. */
export interface CheckZonesOptions {
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** None of these rules. */
  readonly ignore?: readonly string[];
  /** What a `zonewright.json` would say; it counts in the place of one among the files. */
  readonly settings?: object;
  /** The time of the check, for serials and signatures; now without it. */
  readonly now?: Date;
}

/** What a check came to, as `zonewright check --format json` prints it. */
export interface CheckedZones {
  readonly findings: readonly object[];
  readonly summary: object;
  /** What could not be read, in words: settings, configurations. */
  readonly problems: readonly string[];
}

/** The folder that stands for the workspace: nothing on any disk. */
const ROOT = '/zones';

/**
 * Checks the texts of zone files, with the server's configurations and the zonewright.json that may be among them, by their
 * paths with slashes. Nothing is read but these, nothing is written. Throws where a rule has no such name.
 */
export async function checkZones(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: CheckZonesOptions = {},
): Promise<CheckedZones> {
  const { rules = [], ignore = [], settings, now = new Date() } = options;
  const unknown = [...rules, ...ignore].find((rule) => ruleOf(rule) === undefined);
  if (unknown !== undefined) throw new RangeError(noSuchRule(unknown));
  const all = { ...files, ...(settings ? { [settingsFileName]: JSON.stringify(settings) } : {}) };
  const bytes = new Map(Object.entries(all).map(([path, text]) => [absolutePath(path, ROOT), bytesOf(text)]));
  const printed: string[] = [];
  const problems: string[] = [];
  const around: Surroundings = {
    directory: ROOT,
    files: memory(bytes),
    clock: { now: () => Math.floor(now.getTime() / 1000) },
    baseline: () => NO_BASELINE,
    readInput: async () => new Uint8Array(),
    writeFiles: async (changes) => changes.map(({ path }) => ({ path, message: 'nothing is written' })),
    print: async (text) => void printed.push(text),
    complain: (line) => void problems.push(line.replace(/^zonewright: /, '')),
    hasColors: false,
    version: '',
    rulePage: async () => undefined,
    live: () => Promise.reject(new Error('nothing is asked')),
    serve: async () => {},
  };
  await check(commandOf({ rules, ignored: ignore }), around);
  const { findings, summary } = JSON.parse(printed.join('')) as Omit<CheckedZones, 'problems'>;
  return { findings, summary, problems };
}

function commandOf(choice: { readonly rules: readonly string[]; readonly ignored: readonly string[] }) {
  return {
    kind: 'check',
    format: 'json',
    failOn: 'none',
    config: undefined,
    origin: undefined,
    ...choice,
    excluded: [],
    baseline: undefined,
    writesBaseline: false,
    changedSince: undefined,
    stdinFilename: undefined,
    color: 'never',
    outputFile: undefined,
    quiet: true,
    statistics: false,
    watch: false,
    verify: false,
    trace: false,
    paths: [],
  } as const;
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Files that are held in memory. */
function memory(bytes: ReadonlyMap<string, Uint8Array>): FileSystem {
  const paths = [...bytes.keys()].sort();
  const read = (path: string): FileContent => {
    const found = bytes.get(path);
    if (found) return { kind: 'bytes', bytes: found };
    const isFolder = path === ROOT || paths.some((one) => one.startsWith(`${path}/`));
    return isFolder
      ? { kind: 'problem', problem: 'folder', message: 'it is a folder' }
      : { kind: 'problem', problem: 'missing', message: 'there is no such file' };
  };
  return {
    list: async (folder) => paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => ({ path })),
    read: async (path) => read(path),
    readWanted: async (path, isWanted) => {
      const content = read(path);
      return content.kind === 'bytes' && !isWanted(content.bytes) ? undefined : content;
    },
    watch: () => () => {},
  };
}
