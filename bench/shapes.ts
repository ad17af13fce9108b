import { Project } from '../src/project/project.ts';
import { Engine } from '../src/rules/engine/engine.ts';
import { registry } from '../src/rules/registry.ts';
import { sourceOfText } from '../src/text/source.ts';
import { Store } from '../src/workspace/store.ts';
import { inBundle } from './bundled.ts';

const KEYS = 40;
const FIRST_ROW = 6;
const FORWARD = '/zones/example.com.zone';
const REVERSE = '/zones/10.in-addr.arpa.zone';

/** The lines of a forward and of a reverse zone, by their numbers; undefined for none. */
interface Shape {
  readonly forward: (i: number) => string;
  readonly reverse?: (i: number) => string | undefined;
}

const pointer = (i: number): string => `${octets(i).reverse().join('.')} PTR host${i}.example.com.`;

const SHAPES: Readonly<Record<string, Shape>> = {
  'an address and its PTR each': { forward: (i) => `host${i} A ${address(i)}`, reverse: pointer },
  'the same in no order': {
    forward: (i) => `host${mixed(i)} A ${address(mixed(i))}`,
    reverse: (i) => pointer(mixed(i)),
  },
  'an address each, no PTR': { forward: (i) => `host${i} A ${address(i)}` },
  'an address each, PTRs of the next': { forward: (i) => `host${i + 1} A ${address(i)}`, reverse: pointer },
  '256 addresses': {
    forward: (i) => `host${i} A ${address(i & 255)}`,
    reverse: (i) => (i < 256 ? pointer(i) : undefined),
  },
  '256 addresses, no PTR': { forward: (i) => `host${i} A ${address(i & 255)}` },
  'one address': { forward: (i) => `host${i} A ${address(1)}`, reverse: (i) => (i === 1 ? pointer(i) : undefined) },
  'one address, no PTR': { forward: (i) => `host${i} A ${address(1)}` },
  'aliases of one host': { forward: (i) => `host${i} CNAME www` },
  'a chain of aliases': { forward: (i) => `host${i} CNAME host${i + 1}` },
  'mail for all at one host': { forward: (i) => `host${i} MX 10 mail` },
  'mail for each at itself': {
    forward: (i) => (i & 1 ? `host${i} MX 10 host${i}` : `host${i + 1} A ${address(i + 1)}`),
    reverse: pointer,
  },
  delegations: { forward: (i) => `host${i} NS ns1.example.net.` },
  'texts only': { forward: (i) => `host${i} TXT "text ${i}"` },
};

/**
 * How long zones of so many lines, of other shapes than the usual one, take to load, and a key in them until all its
 * findings are there: `npx tsx bench/shapes.ts 100000`. Words after the number choose the shapes whose names hold one of them.
 */
function main(count: number, words: readonly string[]): void {
  for (const [name, shape] of Object.entries(SHAPES)) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const store = new Store();
    const project = new Project(store);
    const settings = { externalNetworks: [], pools: [], now: Date.now() / 1000, bumpOnFix: true, isOff: () => false };
    const engine = new Engine(store, registry, () => settings);
    const lines = Array.from({ length: count }, (_, i) => i);
    const forward = lines.map((i) => `${shape.forward(i)}\n`);
    const reverse = lines.map((i) => (shape.reverse?.(i) === undefined ? '' : `${shape.reverse(i)}\n`));
    const start = performance.now();
    for (const path of [FORWARD, REVERSE]) project.addPath(path);
    project.put(FORWARD, sourceOfText(zone('example.com', ['www A 10.200.0.1\n', 'mail A 10.200.0.2\n', ...forward])));
    project.put(REVERSE, sourceOfText(zone('10.in-addr.arpa', reverse)));
    while (project.needsAssociation || !engine.settled) {
      if (project.needsAssociation) project.associate();
      engine.step(() => false);
    }
    const loaded = performance.now() - start;
    const times: number[] = [];
    for (let key = 0; key < KEYS; key++) {
      const place = { line: FIRST_ROW + ((key * 7919) % (count - FIRST_ROW)), character: 3 };
      const before = performance.now();
      store.edit(FORWARD, [{ range: { start: place, end: place }, text: 'x' }]);
      project.edited(FORWARD);
      engine.check(() => false);
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor((KEYS - 1) * share)] ?? Number.NaN).toFixed(1);
    console.log(`| ${name} | ${loaded.toFixed(0)} ms | ${at(0.5)} ms | ${at(0.95)} ms |`);
  }
}

function zone(apex: string, lines: readonly string[]): string {
  const head = `$ORIGIN ${apex}.\n$TTL 3600\n@ SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\n@ NS ns1.example.com.\n`;
  return head + lines.join('');
}

/** The numbers of 65,536 in another order: each lies in another network than the one before. */
function mixed(i: number): number {
  return (i & ~0xffff) | (Math.imul(i, 40503) & 0xffff);
}

function octets(i: number): number[] {
  return [(i >> 16) & 255, (i >> 8) & 255, i & 255];
}

function address(i: number): string {
  return `10.${octets(i).join('.')}`;
}

inBundle(import.meta.filename, () => main(Number(process.argv[2] ?? 100_000), process.argv.slice(3)));
