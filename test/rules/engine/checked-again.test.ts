import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bench } from '../../support/dump.ts';

const HEAD =
  '$TTL 60\n@ SOA ns1.example.com. hostmaster 1 2 3 4 5\n@ NS ns1.example.com.\nwww A 192.0.2.1\nmail A 192.0.2.2\n';
const HEAD_LINES = 5;
/** So many lines of each kind: what is checked again after a key does not grow with them. */
const COUNT = 1000;
/** The addresses of a network, of which all are checked again with one, and some names more. */
const MOST_CHECKED = 300;

/** Lines of zones by their numbers: many lead to one name, or had names looked up that do not exist. */
const SHAPES: Readonly<Record<string, (i: number) => string>> = {
  addresses: (i) => `h${i} A 192.0.2.${i % 256}`,
  'mail at one host': (i) => `h${i} MX 10 mail`,
  'mail at themselves': (i) => (i & 1 ? `h${i} MX 10 h${i}` : `h${i + 1} A 192.0.2.${i % 256}`),
  'aliases of one host': (i) => `h${i} CNAME www`,
  'a chain of aliases': (i) => `h${i} CNAME h${i + 1}`,
  delegations: (i) => `h${i} NS ns1.example.net.`,
};

for (const [name, line] of Object.entries(SHAPES)) {
  test(`a key has few names checked again: ${name}`, () => {
    const lines = Array.from({ length: COUNT }, (_, i) => `${line(i)}\n`).join('');
    const bench = new Bench(
      new Map([
        ['forward', HEAD + lines],
        ['reverse', '$TTL 60\n@ SOA ns1.example.com. hostmaster 1 2 3 4 5\n@ NS ns1.example.com.\n'],
      ]),
      [
        { file: 'forward', origin: 'example.com.' },
        { file: 'reverse', origin: '2.0.192.in-addr.arpa.' },
      ],
    );
    bench.run();
    let checked = 0;
    bench.engine.checkedListeners.add(() => checked++);
    const place = { line: HEAD_LINES + COUNT / 2, character: 1 };
    bench.store.edit('forward', [{ range: { start: place, end: place }, text: 'x' }]);
    bench.run();
    assert.ok(checked > 0 && checked < MOST_CHECKED, `${checked} names were checked`);
  });
}
