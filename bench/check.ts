import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zonefile from 'dns-zonefile';
import { generatePair } from './generate.ts';

/** A run of a program: seconds on the wall, peak memory in MiB. */
interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
}

const RUNS = Number(process.env.RUNS ?? 5);
const PARSED_BY_DNS_ZONEFILE = 20_000;

/**
 * Checks a forward and a reverse zone of so many records each with every program, one after the other in each round, and
 * prints the medians and their ratios: `npx tsx bench/check.ts 1000000`.
 */
async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  try {
    const { forward, reverse } = await generatePair(folder, count);
    const zones = [
      ['example.com', forward],
      ['10.in-addr.arpa', reverse],
    ] as const;
    const programs: Record<string, () => Run> = {
      'zonewright check': () => run('node', ['dist/cli.js', 'check', '--fail-on', 'none', folder]),
      'nsd-checkzone': () => sum(zones.map((zone) => run('nsd-checkzone', [...zone]))),
      'named-checkzone': () => sum(zones.map((zone) => run('named-checkzone', ['-i', 'none', ...zone]))),
    };
    const results = new Map<string, Run[]>(Object.keys(programs).map((name) => [name, []]));
    for (let round = 0; round < RUNS; round++) {
      for (const [name, program] of Object.entries(programs)) results.get(name)?.push(program());
    }
    const ours = median(results.get('zonewright check') ?? []);
    for (const [name, runs] of results) {
      const { seconds, mebibytes } = median(runs);
      console.log(
        `| ${name} | ${seconds.toFixed(2)} s | ${mebibytes.toFixed(0)} MiB | ${(seconds / ours.seconds).toFixed(2)} |`,
      );
    }
    const perRecord = dnsZonefileSeconds(forward) / PARSED_BY_DNS_ZONEFILE;
    const ratio = perRecord / (ours.seconds / (2 * count));
    console.log(`| dns-zonefile, by record | ${(perRecord * 1e6).toFixed(2)} µs | | ${ratio.toFixed(2)} |`);
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

/** It reads the first records only: it takes minutes for all of them. */
function dnsZonefileSeconds(file: string): number {
  const text = readFileSync(file, 'utf8').split('\n').slice(0, PARSED_BY_DNS_ZONEFILE).join('\n');
  const start = performance.now();
  zonefile.parse(text);
  return (performance.now() - start) / 1000;
}

void main(Number(process.argv[2] ?? 1_000_000));
