import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A zone as files: the one named `zone` is the master file, the others are there to be included. */
export interface ZoneCase {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Without final dot. */
  readonly origin: string;
}

/** The name of a case's master file. */
export const MASTER = 'zone';

/** What a compiler makes of a case. */
export interface Outcome {
  readonly isAccepted: boolean;
  /** `owner ttl class type rdata`, sorted; the owner in lower case. */
  readonly records: readonly string[];
  /** `file:line` of each error, sorted, each once. */
  readonly errorLines: readonly string[];
  /** The messages, for people. */
  readonly messages: readonly string[];
}

const PARALLEL = 6;

/**
 * What BIND makes of some cases: as it reads them, or as it loads them, when it looks at the zone as a whole too. The
 * processes mostly wait, so that several run at once.
 */
export function bindOutcomes(cases: readonly ZoneCase[], look: 'read' | 'load' = 'read'): Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-bind-'));
  try {
    for (const [index, { files, origin }] of cases.entries()) {
      const home = join(folder, String(index));
      mkdirSync(home);
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(home, name)), { recursive: true });
        writeFileSync(join(home, name), bytes);
      }
      writeFileSync(join(home, '.origin'), origin);
    }
    const script = `cd "$1" && timeout 20 named-checkzone -i ${look === 'load' ? 'local' : 'none'} -k ignore -s full -D -o .records "$(cat .origin)" ${MASTER} >.log 2>&1; echo $? >.status`;
    const list = cases.map((_, index) => join(folder, String(index))).join('\n');
    const run = spawnSync('xargs', ['-P', String(PARALLEL), '-n', '1', 'sh', '-c', script, 'sh'], { input: list });
    if (run.status !== 0) throw new Error(`named-checkzone is needed: ${run.stderr}`);
    return cases.map((_, index) => readOutcome(join(folder, String(index))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What named-checkzone left in a folder: `.status`, `.log`, `.records`. */
export function readOutcome(home: string): Outcome {
  const isAccepted = readFileSync(join(home, '.status'), 'utf8').trim() === '0';
  const log = readFileSync(join(home, '.log'), 'latin1').split('\n');
  const errors = log.filter(
    (line) => /^(?:[$A-Za-z_]+: )?\S+:\d+: /.test(line) && !isWarning(line) && !line.includes(' buffer-0x'),
  );
  const lines = errors.map((line) => /^(?:[$A-Za-z_]+: )?(\S+:\d+): /.exec(line)?.[1] ?? '');
  return {
    isAccepted,
    records: isAccepted ? recordsOf(readFileSync(join(home, '.records'), 'latin1')) : [],
    errorLines: [...new Set(lines)].sort(),
    messages: log.filter((line) => line !== '' && line !== 'OK'),
  };
}

/** What named-checkzone prints and goes on as if nothing were wrong. */
function isWarning(line: string): boolean {
  return /TTL set to prior TTL|> MAXTTL|using SOA MINTTL|using RFC1035 TTL|ignoring out-of-zone|appears to be an address|inherited owner|does not end with newline|old style DNSSEC|signature has expired|is an address|: warning: /.test(
    line,
  );
}

/** Those of docs/differences.md: TTLs that follow a corrected one, and cases in which BIND does not come to an end. */
export function isKnownDifference({ messages }: Outcome): boolean {
  const says = (text: string): boolean => messages.some((message) => message.includes(text));
  return (says('using RFC1035') && says('TTL set to prior TTL')) || !says('zone example.com/IN');
}

/** The records of a dump in named-compilezone's full style. */
export function recordsOf(dump: string): string[] {
  const records: string[] = [];
  for (const line of dump.split('\n')) {
    const match = /^(\S+)\s+(\d+)\s+(\S+)\s+(\S+)\s*(.*)$/.exec(line);
    if (!match) continue;
    const [, owner = '', ttl, zoneClass, type, rdata = ''] = match;
    records.push(
      `${owner.toLowerCase()} ${ttl} ${zoneClass} ${type} ${type === 'A6' ? rdata.replace('  ', ' ') : rdata}`.trimEnd(),
    );
  }
  return records.sort();
}
