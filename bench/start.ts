import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What is started, in turns. */
const programs: readonly (readonly [string, readonly string[]])[] = [
  ['node, an empty script', ['node', '-e', '']],
  ['--version', ['node', 'dist/cli.js', '--version']],
  ['--help', ['node', 'dist/cli.js', '--help']],
  ['explain ptr-missing', ['node', 'dist/cli.js', 'explain', 'ptr-missing']],
  ['check of the examples', ['node', 'dist/cli.js', 'check', 'examples']],
];

/**
 * How much longer the command line takes than Node that does nothing: `npm run build && npx tsx bench/start.ts 40`. The
 * medians and the least of so many rounds, of the time of the processor (user and system) and of the clock.
 */
async function main(rounds: number): Promise<void> {
  const root = path.join(import.meta.dirname, '..');
  const taken = programs.map((): { cpu: number[]; wall: number[] } => ({ cpu: [], wall: [] }));
  for (let round = 0; round < rounds; round++)
    programs.forEach(([, command], index) => {
      const line = `TIMEFORMAT='%U %S %R'; time ${command.map((word) => `'${word}'`).join(' ')} >/dev/null 2>&1`;
      const { stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8' });
      const [user = 0, system = 0, wall = 0] = stderr.trim().split(' ').map(Number);
      taken[index]?.cpu.push((user + system) * 1000);
      taken[index]?.wall.push(wall * 1000);
    });
  const bare = taken[0];
  console.log('| program | processor, median | least | clock, median | least |');
  console.log('| --- | --- | --- | --- | --- |');
  programs.forEach(([name], index) => {
    const { cpu = [], wall = [] } = taken[index] ?? {};
    const cells = [cpu, wall].flatMap((times, kind) => {
      const base = kind === 0 ? bare?.cpu : bare?.wall;
      return [0.5, 0].map((part) => {
        const own = share(times, part);
        return index === 0 ? `${own.toFixed(0)} ms` : `+${(own - share(base ?? [], part)).toFixed(0)} ms`;
      });
    });
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  });
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}

void main(Number(process.argv[2] ?? 40));
