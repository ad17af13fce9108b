import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatePair } from './generate.ts';
import { parseByDnsZonefile } from './parse-by-dns-zonefile.ts';

/** A run of a program: seconds on the wall, peak memory in MiB. */
interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

const RUNS = Number(process.env.RUNS ?? 5);

/**
 * Checks a forward and a reverse zone of so many records each with every program, one after the other in each round, and
 * prints the medians and how many times our time each takes, of the medians and from round to round:
 * `npx tsx bench/check.ts 1000000`.
 */
async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  try {
    const { forward, reverse } = await generatePair(folder, count);
    // More than the 512 MB that are read of a workspace.
    if (count > 5_000_000) writeFileSync(path.join(folder, 'zonewright.json'), '{ "limits": { "megabytes": 4096 } }\n');
    const zones = [
      ['example.com', forward],
      ['10.in-addr.arpa', reverse],
    ] as const;
    const programs: Record<string, () => Run> = {
      'zonewright check': () => run('node', ['dist/cli.js', 'check', '--fail-on', 'none', folder]),
      'nsd-checkzone': () => sum(zones.map((zone) => run('nsd-checkzone', [...zone]))),
      'named-checkzone': () => sum(zones.map((zone) => run('named-checkzone', ['-i', 'none', ...zone]))),
      'dns-zonefile': () =>
        sum([forward, reverse].map((file) => ({ ...parseByDnsZonefile(file), mebibytes: Number.NaN }))),
    };
    const results = new Map<string, Run[]>(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < RUNS; round++) {
      for (const [name, program] of Object.entries(programs)) results.get(name)?.push(program());
    }
    const oursByRound = results.get('zonewright check') ?? [];
    const ours = median(oursByRound);
    for (const [name, runs] of results) {
      const { seconds, mebibytes } = median(runs);
      const memory = Number.isNaN(mebibytes) ? '' : `${mebibytes.toFixed(0)} MiB`;
      const ratios = (results.get(name) ?? []).map((one, i) => one.seconds / (oursByRound[i]?.seconds ?? Number.NaN));
      const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
      console.log(
        `| ${name} | ${seconds.toFixed(2)} s | ${memory} | ${(seconds / ours.seconds).toFixed(2)} | ${spread} |`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end; it must succeed. */
function run(program: string, args: readonly string[]): Run {
  const start = performance.now();
  const result = spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr.slice(-400)}`);
  return { seconds, mebibytes: Number(result.stderr.trim().split('\n').at(-1)) / 1024 };
}

function sum(runs: readonly Run[]): Run {
  return {
    seconds: runs.reduce((total, { seconds }) => total + seconds, 0),
    mebibytes: Math.max(...runs.map(({ mebibytes }) => mebibytes)),
  };
}

function median(runs: readonly Run[]): Run {
  const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
  const mebibytes = runs.map((one) => one.mebibytes).sort((a, b) => a - b)[runs.length >> 1] ?? Number.NaN;
  return { seconds, mebibytes };
}

void main(Number(process.argv[2] ?? 1_000_000));
