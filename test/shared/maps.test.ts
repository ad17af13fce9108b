import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellsOfText,
  cellsText,
  faultStates,
  freeAddresses,
  MAIL_BIT,
  type MapPicture,
  type MapStateId,
  mapStates,
  rangeText,
  stateNumber,
} from '../../src/shared/map-cells.ts';
import { groupLayout, mapOrders, outlineOf, squareLayout } from '../../src/shared/map-layout.ts';
import { mailMark } from '../../src/shared/map-mail.ts';
import { mapPalettes, themeKinds } from '../../src/shared/map-palettes.ts';
import type { ZoneTreeResult } from '../../src/shared/map-protocol.ts';
import { escapedXml, inkOn, mapSvg } from '../../src/shared/map-svg.ts';
import { treeMarkdown, treeNodes } from '../../src/shared/tree-nodes.ts';
import { publishedCells } from '../../src/webview/published.ts';

test('cells come through a message as they were', () => {
  const cells = Uint8Array.from({ length: 10_000 }, (_, i) => (i % mapStates.length) | ((i * 16) & 240));
  assert.deepEqual(cellsOfText(JSON.parse(JSON.stringify(cellsText(cells)))), cells);
});

for (const order of mapOrders)
  test(`each cell has a place of its own, and squares of 256 stay together (${order})`, () => {
    for (const bits of [0, 1, 3, 4, 5, 8, 9, 11, 16]) {
      const count = 2 ** bits;
      const { x, y, at, width, height } = squareLayout(count, order);
      assert.equal(width * height, count);
      for (let cell = 0; cell < count; cell++)
        assert.equal(at[(y[cell] as number) * width + (x[cell] as number)], cell, `${count}: ${cell}`);
      for (let cell = 0; cell < count; cell += 256) {
        const last = Math.min(cell + 255, count - 1);
        assert.equal((x[cell] as number) >> 4, (x[last] as number) >> 4, `${count}: the square of ${cell}`);
        assert.equal((y[cell] as number) >> 4, (y[last] as number) >> 4, `${count}: the square of ${cell}`);
      }
    }
  });

test('along a Hilbert curve neighbours are neighbours', () => {
  const { x, y } = squareLayout(65_536, 'hilbert');
  for (let cell = 1; cell < 65_536; cell++) {
    const step =
      Math.abs((x[cell] as number) - (x[cell - 1] as number)) + Math.abs((y[cell] as number) - (y[cell - 1] as number));
    assert.equal(step, 1, String(cell));
  }
});

test('groups stand below each other, and a stretch has its outline', () => {
  const layout = groupLayout([
    { label: 'a', first: 0, count: 17 },
    { label: 'b', first: 17, count: 1 },
  ]);
  assert.deepEqual([layout.x[16], layout.y[16], layout.x[17], layout.y[17]], [0, 2, 0, 5]);
  const { across, down } = outlineOf(squareLayout(256, 'rows'), 0, 31);
  assert.deepEqual([across.length, down.length], [32, 4]);
});

test('free addresses leave out what networks keep for themselves', () => {
  const cells = new Uint8Array(512).fill(stateNumber('free'));
  cells[257] = stateNumber('agreed');
  const picture: MapPicture = {
    network: '192.0.2.0/23',
    view: '',
    cells: cellsText(cells),
    cellPrefix: 32,
    ranges: [],
    first4: 0xc0000200,
    addresses: [],
    groups: [],
  };
  assert.deepEqual(freeAddresses(picture, cells, 253, 3), ['192.0.2.253', '192.0.2.254', '192.0.3.2']);
  assert.equal(rangeText('192.0.2.32', '192.0.2.63'), '192.0.2.32-63');
  assert.equal(rangeText('192.0.2.32', '192.0.3.63'), '192.0.2.32-192.0.3.63');
});

test('a picture is XML whatever its names hold', () => {
  const picture: MapPicture = {
    network: '192.0.2.0/28',
    view: '<b>&"\u0001',
    cells: cellsText(new Uint8Array(16)),
    cellPrefix: 32,
    ranges: [{ kind: 'child', first: 0, last: 3, zone: 'x', isHeld: true }],
    first4: 0xc0000200,
    addresses: [],
    groups: [],
  };
  const svg = mapSvg(picture, {
    layout: squareLayout(16, 'rows'),
    order: 'rows',
    palette: mapPalettes.light,
    side: 20,
  });
  assert.ok(svg.includes('in view &lt;b&gt;&amp;&quot;<'));
  assert.ok(svg.includes('stroke-dasharray'));
  assert.equal(escapedXml('\u0007a'), 'a');
});

/** The relative luminance of a colour (WCAG 2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('signs are read on the colours of all states, and faults stand out from what is well without any colour', () => {
  for (const kind of themeKinds) {
    const { cells } = mapPalettes[kind];
    const contrast = (a: string, b: string): number => {
      const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
      return (high + 0.05) / (low + 0.05);
    };
    for (const color of Object.values(cells)) assert.ok(contrast(color, inkOn(color)) >= 4.5, `${kind} ${color}`);
    for (const fault of ['no-ptr', 'no-address', 'mismatch'] as const)
      assert.ok(
        contrast(cells[fault], cells.agreed) >= 1.3,
        `${kind}: ${fault} ${contrast(cells[fault], cells.agreed)}`,
      );
  }
});

/** What people see who lack one kind of cones, in linear light (Machado, Oliveira and Fernandes 2009). */
const SIGHTS = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  'no green': [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  'no blue': [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** A colour as it is seen, in CIE Lab: distances there are about those that people see. */
function labOf(color: string, sight: readonly number[]): number[] {
  const light = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const times = (matrix: readonly number[], values: readonly number[]): number[] =>
    [0, 3, 6].map((row) => values.reduce((sum, value, i) => sum + value * (matrix[row + i] as number), 0));
  const seen = times(sight, light).map((value) => Math.max(0, Math.min(1, value)));
  const xyz = times([0.4339, 0.3762, 0.1899, 0.2127, 0.7152, 0.0722, 0.0178, 0.1095, 0.8727], seen);
  const [x = 0, y = 0, z = 0] = xyz.map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test('no fault has a colour like one that is none, also for those who see few colours', () => {
  for (const kind of themeKinds)
    for (const [sight, matrix] of Object.entries(SIGHTS)) {
      const lab = (id: MapStateId): number[] => labOf(mapPalettes[kind].cells[id], matrix);
      for (const { id: fault } of mapStates.filter((state) => faultStates.has(state.id)))
        for (const { id: fine } of mapStates.filter((state) => !faultStates.has(state.id))) {
          const there = lab(fine);
          const distance = Math.hypot(...lab(fault).map((value, i) => value - (there[i] as number)));
          assert.ok(distance > 15, `${kind}, ${sight}: ${fault} and ${fine}, ${distance}`);
        }
    }
});

test('each state has a sign of its own, and none that reads as a question', () => {
  const signs: readonly string[] = mapStates.map(({ sign }) => sign);
  assert.equal(new Set(signs.map((sign) => sign.toLowerCase())).size, signs.length);
  assert.ok(!signs.includes('?'));
});

test('a mail host has an envelope, in its cell and in the legend, and no frame', () => {
  const cells = new Uint8Array(16);
  cells[3] = stateNumber('agreed') | MAIL_BIT;
  const svg = mapSvg(
    {
      network: '192.0.2.0/28',
      view: '',
      cells: cellsText(cells),
      cellPrefix: 32,
      ranges: [],
      first4: 0xc0000200,
      addresses: [],
      groups: [],
    },
    { layout: squareLayout(16, 'rows'), order: 'rows', palette: mapPalettes.light, side: 20 },
  );
  assert.ok(svg.includes(`<path transform="translate(60 0)" fill="#000000" d="${mailMark(20)}"/>`), svg);
  assert.match(svg, /<path d="M1 [^"]+"\/><text x="24" y="[0-9]+">1 mail host<\/text>/);
  assert.doesNotMatch(svg, /stroke-width/);
});

test('a name that servers call generic is numbered where the files have a series', () => {
  const cells = Uint8Array.from([stateNumber('numbered'), stateNumber('generic'), stateNumber('agreed')]);
  const picture = {
    network: '',
    view: '',
    cells: cellsText(cells),
    cellPrefix: 32,
    ranges: [],
    first4: 0xc0000200,
    addresses: [],
    groups: [],
  } as const;
  const generic = stateNumber('generic');
  const told = ['192.0.2.0', '192.0.2.1', '192.0.2.2'].map((address) => [address, generic] as const);
  assert.deepEqual([...publishedCells(picture, cells, told)], [stateNumber('numbered'), generic, generic]);
});

const TREE: ZoneTreeResult = {
  zones: [
    zone('example.com', false),
    { ...zone('2.0.192.in-addr.arpa', true), network: '192.0.2.0/24', errors: 1 },
    { ...zone('example.com', false), view: 'outside' },
  ],
  networks: [{ network: '192.0.2.0/24', view: '', used: 254, agreed: 217, faults: 37, mailHosts: 1, isHeld: true }],
  mailDomains: [
    { domain: 'example.com', view: '', mx: 2, spf: true, dkim: 0, dmarc: true, hosts: 2, confirmed: 1, place: null },
  ],
  configurations: [{ uri: 'file:///named.conf', file: 'named.conf', zones: 2 }],
  sites: [],
  loading: false,
};

function zone(name: string, isReverse: boolean): ZoneTreeResult['zones'][number] {
  return {
    zone: name,
    view: '',
    isReverse,
    uri: `file:///${name}.zone`,
    file: `${name}.zone`,
    serial: 2026112301,
    records: 12,
    errors: 0,
    warnings: 0,
    network: '',
  };
}

test('the tree is by view, forward and reverse, and can be written as Markdown', () => {
  assert.equal(
    treeMarkdown(treeNodes(TREE)),
    `- **no view**
  - **Forward zones**: 1
    - \`example.com\`: serial 2026112301, 12 records
  - **Reverse zones**: 1
    - \`2.0.192.in-addr.arpa\`: serial 2026112301, 12 records, 1 error
  - **Networks**: 1
    - \`192.0.2.0/24\`: 217 of 254 in order
  - **Mail domains**: 1
    - \`example.com\`: MX, SPF, no DKIM, DMARC, PTR 1 of 2
- **outside**
  - **Forward zones**: 1
    - \`example.com\`: serial 2026112301, 12 records
- **Configuration files**: 1
  - \`named.conf\`: 2 zones
`,
  );
});

test('a filter leaves what fits, with what is above it', () => {
  assert.equal(
    treeMarkdown(treeNodes(TREE, '192.0.2')),
    '- **no view**\n  - **Networks**: 1\n    - `192.0.2.0/24`: 217 of 254 in order\n',
  );
  assert.deepEqual(treeNodes(TREE, 'absent'), []);
});

test('entries have the commands that fit them, and a view has the faults of its zones once', () => {
  const [none] = treeNodes(TREE);
  const contexts = none?.children.flatMap(({ children }) => children.map(({ context }) => context));
  assert.deepEqual(contexts, ['zone', 'reverse-map', 'network', 'mail']);
  assert.deepEqual(
    none?.children.map(({ errors, warnings }) => [errors, warnings]),
    [
      [0, 0],
      [1, 0],
      [0, 37],
      [0, 1],
    ],
  );
  assert.deepEqual([none?.errors, none?.warnings], [1, 0]);
  assert.deepEqual(
    [none, ...(none?.children ?? [])].map((node) => node?.tooltip),
    ['no view\n1 error', 'Forward zones', 'Reverse zones\n1 error', 'Networks', 'Mail domains'],
  );
});
