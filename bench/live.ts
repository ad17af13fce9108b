/**
 * Measures the live check against named on loopback: a /24 both ways, and the PTR half of a /16 against Debian's adns-tools
 * (adnshost, adnsresfilter), in turns.
 *
 *     npx tsx bench/live.ts [ROUNDS] [QUESTIONS UNDER WAY]
 *
 * adns asks port 53 alone, so this runs as root where nothing listens at 127.0.0.1:53.
 */
import { spawn } from 'node:child_process';
import { LiveChecker } from '../src/live/checker.ts';
import { ResolverLookup } from '../src/live/resolver-lookup.ts';
import { liveTarget, reverseNameOf } from '../src/live/targets.ts';
import { NodeResolver } from '../src/ports/resolver.node.ts';
import { head, nameServer } from '../test/e2e/live/name-servers.ts';

const SERVER = { address: '127.0.0.1', port: 53 };
const rounds = Number(process.argv[2] ?? 3);
const CONCURRENCY = Number(process.argv[3] ?? 64);

function addressesOf(network: string): string[] {
  const target = liveTarget(network);
  return target.kind === 'network' ? [...target.addresses()] : [];
}

function zones(): Record<string, string> {
  const reverse = [head(1)];
  const forward = [head(1)];
  for (const address of addressesOf('10.20.0.0/16')) {
    const [, , c, d] = address.split('.');
    reverse.push(`${d}.${c} PTR h${c}-${d}.example.com.\n`);
    forward.push(`h${c}-${d} A ${address}\n`);
  }
  return { '20.10.in-addr.arpa': reverse.join(''), 'example.com': forward.join('') };
}

async function bothWays(network: string): Promise<{ seconds: number; confirmed: number; memory: number }> {
  const resolver = new NodeResolver({ timeout: 3000, concurrency: CONCURRENCY, rate: 0 });
  const checker = new LiveChecker({
    lookup: new ResolverLookup(resolver, [SERVER]),
    judge: { passesStaticNames: false, isPool: () => true },
    isServerNamed: true,
    namedBy: '',
    isCancelled: () => false,
    window: 2 * CONCURRENCY,
  });
  const begin = performance.now();
  let [confirmed, memory] = [0, 0];
  for await (const { verdict } of checker.checkAll(new Set(addressesOf(network)))) {
    if (verdict === 'confirmed') confirmed++;
    if (confirmed % 4096 === 0) memory = Math.max(memory, process.memoryUsage().rss);
  }
  resolver.close();
  return { seconds: (performance.now() - begin) / 1000, confirmed, memory };
}

/** The PTR half alone, in this process; the most memory on the way. */
async function pointers(
  addresses: readonly string[],
): Promise<{ seconds: number; found: number; memory: number; processor: number }> {
  const resolver = new NodeResolver({ timeout: 3000, concurrency: CONCURRENCY, rate: 0 });
  const lookup = new ResolverLookup(resolver, [SERVER]);
  const begin = performance.now();
  const before = process.cpuUsage();
  let [found, next, memory] = [0, 0, 0];
  const work = async (): Promise<void> => {
    while (next < addresses.length) {
      const { records } = await lookup.look(reverseNameOf(addresses[next++] ?? '') ?? '', 'PTR');
      found += records.length;
      if (next % 4096 === 0) memory = Math.max(memory, process.memoryUsage().rss);
    }
  };
  await Promise.all(Array.from({ length: 2 * CONCURRENCY }, work));
  resolver.close();
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / addresses.length;
  return { seconds: (performance.now() - begin) / 1000, found, memory, processor };
}

function timed(command: string, args: readonly string[], input: string): Promise<{ seconds: number; lines: number }> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString('latin1').split('example.com').length - 1;
    });
    child.on('error', reject);
    child.on('close', () => resolve({ seconds: (performance.now() - begin) / 1000, lines }));
    child.stdin.end(input);
  });
}

/**
 * adnshost sends all it reads at once: of 65,536 questions most are lost on the way and time out. So it gets a network of 256
 * at a time, which it does best with.
 */
async function inBatches(
  addresses: readonly string[],
  config: readonly string[],
): Promise<{ seconds: number; lines: number }> {
  let [seconds, lines] = [0, 0];
  for (let at = 0; at < addresses.length; at += 256) {
    const queries = `${addresses
      .slice(at, at + 256)
      .map((address) => `-i${address}`)
      .join('\n')}\n`;
    const ran = await timed('adnshost', ['-f', '-a', ...config, '-tptr-'], queries);
    seconds += ran.seconds;
    lines += ran.lines;
  }
  return { seconds, lines };
}

async function main(): Promise<void> {
  const server = await nameServer({ kind: 'named', zones: zones(), port: SERVER.port });
  try {
    const all = addressesOf('10.20.0.0/16');
    const config = ['--config', 'nameserver 127.0.0.1'];
    for (let round = 0; round < rounds; round++) {
      const small = await bothWays('10.20.7.0/24');
      console.log(`/24 both ways: ${small.seconds.toFixed(3)} s, ${small.confirmed} confirmed`);
      const whole = await bothWays('10.20.0.0/16');
      console.log(
        `/16 both ways: ${whole.seconds.toFixed(2)} s, ${whole.confirmed} confirmed, ${(whole.memory / 2 ** 20).toFixed(0)} MiB at most`,
      );
      const ours = await pointers(all);
      const adnshost = await inBatches(all, config);
      const flood = await timed(
        'adnshost',
        ['-f', '-a', ...config, '-tptr-'],
        `${all.map((address) => `-i${address}`).join('\n')}\n`,
      );
      console.log(`adnshost with all at once: ${flood.seconds.toFixed(2)} s, ${flood.lines} of 65536 answered`);
      const filter = await timed('adnsresfilter', ['-u', '-w', ...config], `${all.join('\n')}\n`);
      console.log(
        `/16 PTR half: zonewright ${ours.seconds.toFixed(2)} s (${ours.found}, ${ours.processor.toFixed(0)} microseconds of processor each), adnshost ${adnshost.seconds.toFixed(2)} s (${adnshost.lines}), adnsresfilter ${filter.seconds.toFixed(2)} s (${filter.lines}); ratios ${(ours.seconds / adnshost.seconds).toFixed(2)}, ${(ours.seconds / filter.seconds).toFixed(2)}; ${(ours.memory / 2 ** 20).toFixed(0)} MiB at most`,
      );
    }
  } finally {
    await server.stop();
  }
}

void main();
