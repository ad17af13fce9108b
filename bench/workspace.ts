import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const RUNS = Number(process.env.RUNS ?? 5);
const RECORDS = 1000;

/**
 * Checks a workspace of so many zones of a thousand records, half of them reverse zones, from a cold start of the
 * command line: `npm run build && npx tsx bench/workspace.ts 200`.
 */
function main(zones: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  mkdirSync(path.join(folder, 'zones'));
  let configuration = '';
  for (let i = 0; i < zones / 2; i++) {
    const hosts = Array.from({ length: RECORDS }, (_, k) => k);
    configuration += write(folder, `z${i}.example`, [
      `ns1 IN A 10.${i}.255.53`,
      ...hosts.map((k) => `${word(k)} IN A 10.${i}.${k >> 8}.${k & 255}`),
    ]);
    configuration += write(folder, `${i}.10.in-addr.arpa`, [
      `53.255 IN PTR ns1.z${i}.example.`,
      ...hosts.map((k) => `${k & 255}.${k >> 8} IN PTR ${word(k)}.z${i}.example.`),
    ]);
  }
  writeFileSync(path.join(folder, 'named.conf'), configuration);
  const times: number[] = [];
  let summary = '';
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { status, stdout } = spawnSync('node', ['dist/cli.js', 'check', folder], { encoding: 'utf8' });
    times.push((performance.now() - start) / 1000);
    if (status !== 0) throw new Error(stdout.slice(-400));
    summary = stdout.trim().split('\n').at(-1) ?? '';
  }
  times.sort((a, b) => a - b);
  console.log(
    `${zones} zones, ${zones * (RECORDS + 3)} records: median ${times[RUNS >> 1]?.toFixed(2)} s (${summary})`,
  );
  rmSync(folder, { recursive: true, force: true });
}

/** Writes a zone and returns its clause. */
function write(folder: string, zone: string, lines: readonly string[]): string {
  const file = `zones/${zone}.zone`;
  const server = zone.endsWith('.arpa') ? 'ns1.z0.example.' : 'ns1';
  const head = [
    '$TTL 3600',
    `@ IN SOA ${server} hostmaster.example.com. 1 7200 3600 1209600 3600`,
    `@ IN NS ${server}`,
  ];
  writeFileSync(path.join(folder, file), `${[...head, ...lines].join('\n')}\n`);
  return `zone "${zone}" { type primary; file "${file}"; };\n`;
}

/** A name that does not count: the number's digits as letters, in no order. */
function word(k: number): string {
  return String((k * 7919) % 10007).replace(/\d/g, (digit) => 'abdeghklmn'[Number(digit)] ?? '');
}

main(Number(process.argv[2] ?? 200));
