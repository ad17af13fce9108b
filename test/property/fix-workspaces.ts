import fc from 'fast-check';
import type { Level } from '../../src/rules/rule.ts';

export const FORWARD = 'example.com.zone';
/** What the file of the /24 includes. */
export const PART = 'hosts.inc';
export const REVERSE = '2.0.192.in-addr.arpa.zone';
const REVERSE6 = '8.b.d.0.1.0.0.2.ip6.arpa.zone';
const CHILD = '128-191.2.0.192.in-addr.arpa.zone';
const PARENT = '0.192.in-addr.arpa.zone';
const OTHER = 'example.org.zone';
const SUB = 'sub.example.com.zone';
const subHead = ['$TTL 3600', '@ IN SOA ns2.example.net. hostmaster.example.com. 2026112301 4h 1h 2w 1h', '@ NS ns'];
const INSIDE = 'inside.zone';
const INSIDE_REVERSE = 'inside-reverse.zone';
/** The zones of all files that a workspace may have. */
export const APEXES: ReadonlyMap<string, string> = new Map([
  [FORWARD, 'example.com'],
  [REVERSE, '2.0.192.in-addr.arpa'],
  [REVERSE6, '8.b.d.0.1.0.0.2.ip6.arpa'],
  [CHILD, '128-191.2.0.192.in-addr.arpa'],
  [PARENT, '0.192.in-addr.arpa'],
  [OTHER, 'example.org'],
  [SUB, 'sub.example.com'],
  [INSIDE, 'example.com'],
  [INSIDE_REVERSE, '2.0.192.in-addr.arpa'],
]);
/** Files of another view. */
export const VIEWS: ReadonlyMap<string, string> = new Map([
  [INSIDE, 'inside'],
  [INSIDE_REVERSE, 'inside'],
]);
const NAMES = ['mail', 'www', 'shop', 'vpn', 'git', 'wiki', 'backup', 'mx.east', 'db', 'build'];

interface Host {
  readonly name: string;
  readonly octet: number;
  readonly hasIp6: boolean;
}

interface Layout {
  readonly gap: string;
  readonly align: boolean;
  readonly ttl: string;
  readonly zoneClass: string;
  readonly eol: string;
  readonly finalEnd: boolean;
  readonly comments: boolean;
  readonly group: boolean;
  readonly notes: boolean;
  readonly shuffle: number;
  readonly origin: boolean;
  readonly hasDefaultTtl: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  gap: fc.constantFrom(' ', '\t', '\t\t', '    '),
  align: fc.boolean(),
  ttl: fc.constantFrom('', '', '600', '1h'),
  zoneClass: fc.constantFrom('', 'IN', 'in'),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  finalEnd: fc.boolean(),
  comments: fc.boolean(),
  group: fc.boolean(),
  notes: fc.boolean(),
  shuffle: fc.integer({ min: 0, max: 3 }),
  origin: fc.boolean(),
  hasDefaultTtl: fc.constantFrom(true, true, true, false),
});

const hosts = fc
  .uniqueArray(
    fc.record({ at: fc.nat(NAMES.length - 1), octet: fc.integer({ min: 1, max: 199 }), hasIp6: fc.boolean() }),
    {
      minLength: 3,
      maxLength: 8,
      selector: ({ at }) => at,
    },
  )
  .filter((all) => new Set(all.map(({ octet }) => octet)).size === all.length)
  .map((all) => all.map(({ at, octet, hasIp6 }): Host => ({ name: NAMES[at] ?? '', octet, hasIp6 })));

/** What is wrong in a workspace. */
export const FAULTS = [
  'missing',
  'missing6',
  'stale',
  'generic',
  'mismatch',
  'crossed',
  'alias',
  'no-dot',
  'one-label',
  'two',
  'two-below',
  'gone',
  'gone-of-two',
  'orphan',
  'mismatch-of-two',
  'address',
  'zeros',
  'whole-owner',
  'swapped',
  'a-record',
  'cname-host',
  'missing-alias',
  'dangling-alias',
  'bare',
  'range',
  'range-missing',
  'spf',
  'spf6',
  'outside',
  'wrong-zone',
  'one-view',
  'swapped6',
  'two-zones',
  'count',
  'nibbles',
  'no-dot-elsewhere',
  'not-mail-host',
  'double',
  'owner-no-dot',
  'class-as-owner',
  'commented',
  'commented-pointer',
  'mail-no-dot',
  'mail-no-dot-elsewhere',
  'server-no-dot',
  'mail-address',
  'mail-alias',
  'mail-gone',
  'service-alias',
  'service-gone',
  'alias-and-others',
  'alias-and-mail',
  'indented',
  'serial',
  'at-sign',
  'server-alias',
  'alias-address',
  'service-address',
  'alias-no-dot',
  'ttls',
  'same-text',
  'no-glue',
  'other-glue',
  'no-delegation',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Workspaces with one fault each. */
export const workspace = fc.record({
  hosts,
  fault: fc.constantFrom(...FAULTS),
  forward: layout,
  reverse: layout,
  reverse6: layout,
  hasChild: fc.boolean(),
  hasPart: fc.boolean(),
  hasOrigin: fc.boolean(),
  hasPool: fc.boolean(),
  mail: fc.boolean(),
});
export type Workspace = typeof workspace extends fc.Arbitrary<infer T> ? T : never;

/** The texts of a workspace, and those of the last commit where they matter. */
export interface Texts {
  readonly files: ReadonlyMap<string, string>;
  readonly committed: ReadonlyMap<string, string>;
  /** Rules that are off otherwise. */
  readonly rules: Readonly<Record<string, Level>>;
  /** The file of a zone that servers refuse as it is. */
  readonly refused?: string;
}

/** The texts of a workspace without faults but the one asked for. */
export function textsOf(drawn: Workspace): Texts {
  const one = suited(drawn);
  const { fault, reverse } = one;
  const sorted = [...one.hosts].sort((a, b) => a.octet - b.octet);
  const [first, second] = one.hosts as [Host, Host];
  const name = (host: Host): string => `${host.name}.example.com.`;
  const pointers = new Map(
    sorted.map((host) => [host.octet, { owner: String(host.octet), lines: [`PTR ${name(host)}`] }]),
  );
  const forward = sorted.map((host) => ({
    owner: host.name,
    lines: [`A 192.0.2.${host.octet}`, ...(host.hasIp6 ? [`AAAA 2001:db8::${host.octet.toString(16)}`] : [])],
  }));
  const pointers6 = sorted
    .filter(({ hasIp6 }) => hasIp6)
    .map((host) => ({ octet: host.octet, owner: nibbles(host.octet), lines: [`PTR ${name(host)}`] }));
  const at = pointers.get(first.octet) ?? { owner: '', lines: [] };
  const isInChild = (octet: number): boolean => one.hasChild && octet >= 128 && octet <= 191;
  const other = pointers.get(second.octet) ?? { owner: '', lines: [] };
  const extra: string[] = [];
  const lines: string[] = [];
  const servers: string[] = [];
  const forwardLines: string[] = [];
  const more = new Map<string, string>();
  const committed = new Map<string, string>();
  let lacksAlias = -1;
  const seed: Record<Fault, () => void> = {
    missing: () => {
      pointers.delete(first.octet);
    },
    missing6: () => {
      pointers6.splice(0, 1);
    },
    stale: () => {
      at.lines = ['PTR renamed.example.com.'];
    },
    generic: () => {
      at.lines = [`PTR 192-0-2-${first.octet}.static.provider.example.`];
    },
    mismatch: () => {
      at.lines = [`PTR ${name(second)}`];
    },
    crossed: () => {
      at.lines = [`PTR ${name(second)}`];
      other.lines = [`PTR ${name(first)}`];
    },
    alias: () => {
      at.lines = ['PTR other.example.com.'];
      extra.push(`other CNAME ${first.name}`);
    },
    'no-dot': () => {
      at.lines = [`PTR ${first.name}.example.com`];
    },
    'one-label': () => {
      at.lines = [`PTR ${first.name.split('.')[0]}`];
    },
    two: () => {
      at.lines = [`PTR ${name(first)}`, 'PTR elsewhere.example.net.'];
    },
    'two-below': () => {
      at.lines = ['PTR elsewhere.example.net.', `PTR ${name(first)}`, 'TXT "a note"'];
    },
    'gone-of-two': () => {
      at.lines = ['PTR nobody.example.com.'];
      extra.push(`second A 192.0.2.${first.octet}`);
    },
    orphan: () => {
      pointers.set(251, { owner: '251', lines: ['PTR nobody.example.com.'] });
      extra.push('nobody TXT "left"');
    },
    'mismatch-of-two': () => {
      at.lines = [`PTR ${name(second)}`];
      extra.push(`second A 192.0.2.${first.octet}`);
    },
    gone: () => {
      at.lines = ['PTR nobody.example.com.'];
      extra.push('nobody TXT "left"');
    },
    address: () => {
      at.lines = [`PTR 192.0.2.${first.octet}.`];
    },
    zeros: () => {
      at.owner = first.octet < 100 ? `0${first.octet}` : String(first.octet);
    },
    'whole-owner': () => {
      at.owner = `192.0.2.${first.octet}`;
    },
    swapped: () => {
      at.owner = `${first.octet}.2.0.192.in-addr.arpa`;
    },
    'a-record': () => {
      at.lines = [`A 192.0.2.${first.octet}`];
    },
    'cname-host': () => {
      at.lines = [`CNAME ${name(first)}`];
    },
    'missing-alias': () => {
      lacksAlias = first.octet;
    },
    'dangling-alias': () => {
      pointers.delete(first.octet);
    },
    bare: () => {
      pointers.clear();
    },
    range: () => {
      forwardLines.push('$GENERATE 221-230 dyn-$ 3600 IN A 192.0.2.$');
      lines.push('$GENERATE 221-228 $ 3600 IN PTR dyn-$.example.com.');
    },
    'range-missing': () => {
      forwardLines.push('$GENERATE 221-223 rack-$ 3600 IN A 192.0.2.$');
    },
    spf: () => {
      extra.push('@ MX 10 mx9', '@ TXT "v=spf1 ip4:192.0.2.252 -all"', 'mx9 TXT "mail"');
    },
    spf6: () => {
      extra.push('@ MX 10 mx9', '@ TXT "v=spf1 ip6:2001:db8::fc -all"', 'mx9 TXT "mail"');
    },
    outside: () => {
      pointers.delete(first.octet);
      extra.push(`${first.octet}.2.0.192.in-addr.arpa PTR ${name(first)}`);
    },
    'wrong-zone': () => {
      pointers.delete(first.octet);
      const soaLine = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 4h 1h 2w 1h ; SERIAL';
      const org = ['@ IN NS ns1.example.com.', '@ IN NS ns2.example.net.'];
      const pointer = `${first.octet}.2.0.192.in-addr.arpa. IN PTR ${name(first)}`;
      more.set(OTHER, ['$TTL 3600', soaLine, ...org, pointer, 'host IN A 203.0.113.9', ''].join('\n'));
    },
    'one-view': () => {
      const soaLine = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 4h 1h 2w 1h ; SERIAL';
      const apexLines = [soaLine, '@ IN NS ns1.example.com.', '@ IN NS ns2.example.net.'];
      const host = [`${first.name} IN A 192.0.2.${first.octet}`, 'ns1 IN A 203.0.113.1'];
      more.set(INSIDE, ['$TTL 3600', ...apexLines, ...host, ''].join('\n'));
      more.set(INSIDE_REVERSE, ['$TTL 3600', ...apexLines, '254 IN PTR host.example.net.', ''].join('\n'));
    },
    swapped6: () => {
      const pointer = pointers6.find(({ octet }) => octet === first.octet);
      if (pointer) pointer.owner = nibbles(first.octet).split('.').reverse().join('.');
    },
    'two-zones': () => {
      const soaLine = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 4h 1h 2w 1h ; SERIAL';
      const delegation = ['@ IN NS ns1.example.com.', '2 IN NS ns1.example.com.', '2 IN NS ns2.example.net.'];
      const pointer = [`${first.octet}.2 IN PTR ${name(first)}`, '1.3 IN PTR host.example.net.'];
      more.set(PARENT, ['$TTL 3600', soaLine, ...delegation, ...pointer, ''].join('\n'));
    },
    count: () => {
      at.owner = `${first.octet}.2`;
    },
    nibbles: () => {
      const pointer = pointers6.find(({ octet }) => octet === first.octet);
      if (pointer) pointer.owner = `${first.octet.toString(16).padStart(4, '0')}.0000.0000.0000.0000.0000`;
    },
    'no-dot-elsewhere': () => {
      pointers.delete(first.octet);
      lines.push(
        '$ORIGIN example.com.',
        `${first.octet}.2.0.192.in-addr.arpa. 3600 IN PTR ${first.name}.example.com`,
        '$ORIGIN 2.0.192.in-addr.arpa.',
      );
    },
    'not-mail-host': () => {
      at.lines = ['PTR other.example.com.'];
      extra.push(`other A 192.0.2.${first.octet}`);
    },
    double: () => {
      at.lines = [`PTR ${name(first)}`, `PTR ${name(first)}`];
    },
    'alias-and-others': () => {
      extra.push(`both CNAME ${first.name}`, 'both TXT "t"', 'both TXT "u"');
    },
    'alias-and-mail': () => {
      extra.push(`both CNAME ${first.name}`, 'both MX 10 mx.example.net.');
    },
    indented: () => {
      pointers.delete(first.octet);
      lines.push('@ TXT "below"', ` ${first.octet} IN PTR ${name(first)}`);
    },
    'owner-no-dot': () => {
      const group = forward.find(({ owner }) => owner === first.name);
      if (group) group.owner = `${first.name}.example.com`;
    },
    'class-as-owner': () => {
      forwardLines.push('note 3600 IN TXT "a"', 'IN TXT "b"', ' 3600 IN TXT "c"');
    },
    commented: () => {
      forwardLines.push('#old 3600 IN A 203.0.113.9', 'note 3600 IN TXT "a"');
    },
    'commented-pointer': () => {
      lines.push(`# ${first.octet} PTR old.example.net.`, '@ 3600 TXT "below"');
    },
    'mail-address': () => {
      extra.push(`post MX 10 192.0.2.${first.octet}`);
    },
    'mail-alias': () => {
      extra.push('post MX 10 other', `other CNAME ${first.name}`);
    },
    'mail-gone': () => {
      extra.push('@ MX 10 mail.example.net');
    },
    'service-alias': () => {
      extra.push('_sip._tcp SRV 0 5 5060 other', `other CNAME ${first.name}`);
    },
    'service-gone': () => {
      extra.push('_sip._tcp SRV 0 5 5060 sip.example.net');
    },
    'at-sign': () => {
      extra.push('@IN MX 10 mail.example.net.');
    },
    'server-alias': () => {
      extra.push('team NS ns9', 'team NS ns.example.net.', 'ns9 CNAME ns8', 'ns8 A 203.0.113.8');
    },
    'alias-address': () => {
      extra.push('literal CNAME 203.0.113.8');
    },
    'service-address': () => {
      extra.push('_sip._tcp SRV 0 5 5060 203.0.113.8', 'sip A 203.0.113.8');
    },
    'alias-no-dot': () => {
      extra.push('cdn CNAME cdn.example.edu');
    },
    ttls: () => {
      forwardLines.push('several 60 TXT "one"', 'several 300 TXT "two"');
    },
    'same-text': () => {
      extra.push('several TXT "onetwo"', 'several TXT "one" "two"');
    },
    'no-glue': () => {
      extra.push('sub NS ns.sub', 'sub NS ns2.example.net.');
      more.set(SUB, [...subHead, '@ NS ns2.example.net.', 'ns A 203.0.113.8', ''].join('\n'));
    },
    'other-glue': () => {
      extra.push('sub NS ns.sub', 'sub NS ns2.example.net.', 'ns.sub A 203.0.113.7');
      more.set(SUB, [...subHead, '@ NS ns2.example.net.', 'ns A 203.0.113.8', ''].join('\n'));
    },
    'no-delegation': () => {
      more.set(SUB, [...subHead, '@ NS ns2.example.net.', 'ns A 203.0.113.8', ''].join('\n'));
    },
    'mail-no-dot': () => {
      extra.push(`post MX 10 ${first.name}.example.com`);
    },
    'mail-no-dot-elsewhere': () => {
      extra.push('post MX 10 host.example.org');
      const soaLine = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 4h 1h 2w 1h ; SERIAL';
      const org = ['@ IN NS ns1.example.com.', '@ IN NS ns2.example.net.', 'host IN A 203.0.113.9'];
      more.set(OTHER, ['$TTL 3600', soaLine, ...org, ''].join('\n'));
    },
    'server-no-dot': () => {
      servers.push('NS ns3.example.net');
    },
    serial: () => {
      committed.set(REVERSE6, '@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 4h 1h 2w 1h\n');
    },
  };
  seed[fault]();
  const soa = 'SOA ns1.example.com. hostmaster.example.com. ( 2026112301 ; SERIAL\n 4h 1h 2w 1h )';
  const apex = (added: readonly string[] = []): Group[] => [
    { owner: '@', lines: [soa, 'NS ns1.example.com.', 'NS ns2.example.net.', ...added] },
  ];
  const files = new Map<string, string>();
  const mail: Group[] = one.mail ? [{ owner: '@', lines: [`MX 10 ${name(first)}`, 'TXT "v=spf1 mx -all"'] }] : [];
  files.set(
    FORWARD,
    write(one.forward, [
      ...apex(),
      ...mail,
      { owner: 'ns1', lines: ['A 203.0.113.1'] },
      ...ordered(forward, one.forward.shuffle),
      ...extra.map((line) => ({ owner: line.split(' ')[0] ?? '', lines: [line.slice(line.indexOf(' ') + 1)] })),
    ]),
  );
  if (forwardLines.length > 0)
    files.set(FORWARD, `${withEnd(files.get(FORWARD) ?? '', one.forward.eol)}${ended(forwardLines, one.forward.eol)}`);
  const own = [...pointers].filter(([octet]) => !isInChild(octet)).map(([, group]) => group);
  const childs = [...pointers].filter(([octet]) => isInChild(octet)).map(([, group]) => group);
  const delegation: Group[] = one.hasChild
    ? [
        { owner: '128-191', lines: ['NS ns1.example.com.', 'NS ns2.example.net.'] },
        ...Array.from({ length: 64 }, (_, i) => 128 + i)
          .filter((octet) => octet !== lacksAlias)
          .map((octet) => ({ owner: String(octet), lines: [`CNAME ${octet}.128-191`] })),
      ]
    : [];
  const pool =
    one.hasPool && !one.hosts.some(({ octet }) => octet > 200 && octet < 220)
      ? '$GENERATE 201-219 $ PTR pool-$.example.net.'
      : '';
  const inOrigin = one.hasOrigin
    ? own.map((group) => (/^\d+$/.test(group.owner) ? { ...group, owner: `${group.owner}.2` } : group))
    : own;
  const body = write(
    { ...reverse, hasDefaultTtl: reverse.hasDefaultTtl && one.hasPart },
    ordered(inOrigin, reverse.shuffle),
  );
  const head = write({ ...reverse, finalEnd: true }, [...apex(servers), ...delegation]);
  const origin = one.hasOrigin ? `$ORIGIN 0.192.in-addr.arpa.${reverse.eol}` : '';
  const between = `${ended(pool === '' ? lines : [pool, ...lines], reverse.eol)}${origin}`;
  if (one.hasPart) {
    files.set(REVERSE, `${head}${between}$INCLUDE ${PART}${reverse.eol}`);
    files.set(PART, body);
  } else files.set(REVERSE, head + between + body);
  if (one.hasChild) files.set(CHILD, write(one.reverse6, [...apex(), ...ordered(childs, reverse.shuffle)]));
  files.set(REVERSE6, write(one.reverse6, [...apex(), ...ordered(pointers6, one.reverse6.shuffle)]));
  for (const [path, text] of more) files.set(path, text);
  return {
    files,
    committed,
    rules: fault === 'not-mail-host' ? { 'ptr-not-mail-host': 'warning' } : {},
    ...(fault === 'server-no-dot' ? { refused: REVERSE } : {}),
    ...(fault.startsWith('alias-and-') ? { refused: FORWARD } : {}),
  };
}

/** What a fault needs of its workspace: hosts in the child zone, an IPv6 address, a mail host, no other owners. */
function suited(one: Workspace): Workspace {
  const { fault } = one;
  const [first, ...others] = one.hosts as [Host, ...Host[]];
  const isInChild = fault === 'missing-alias' || fault === 'dangling-alias';
  const drawn = fault === 'zeros' ? 1 + (first.octet % 99) : first.octet;
  const octet = isInChild ? 128 + (drawn % 64) : drawn;
  const hasIp6 = first.hasIp6 || ['missing6', 'swapped6', 'nibbles', 'serial'].includes(fault);
  const enough = fault === 'bare' && others.length < 3 ? [{ name: 'last', octet: 199, hasIp6: false }] : [];
  const kept = [...others, ...enough].filter((host) => host.octet !== octet);
  return {
    ...one,
    hosts: [{ ...first, octet, hasIp6 }, ...kept],
    hasChild:
      isInChild ||
      (one.hasChild &&
        ![
          'bare',
          'count',
          'two-zones',
          'no-dot-elsewhere',
          'a-record',
          'cname-host',
          'one-view',
          'whole-owner',
          'swapped',
          'indented',
        ].includes(fault)),
    hasOrigin: one.hasOrigin && !['count', 'no-dot-elsewhere', 'whole-owner', 'swapped'].includes(fault),
    hasPart: one.hasPart && fault !== 'bare',
    hasPool: one.hasPool && fault !== 'bare',
    mail: fault === 'not-mail-host' || (one.mail && !['spf', 'spf6', 'bare', 'one-view'].includes(fault)),
  };
}

function ended(lines: readonly string[], eol: string): string {
  return lines.map((line) => line + eol).join('');
}

function withEnd(text: string, eol: string): string {
  return text.endsWith(eol) ? text : text + eol;
}

interface Group {
  readonly owner: string;
  readonly lines: readonly string[];
}

function nibbles(octet: number): string {
  const digits = octet.toString(16).padStart(24, '0');
  return [...digits].reverse().join('.');
}

function ordered<T extends Group>(groups: readonly T[], shuffle: number): T[] {
  if (shuffle === 1) return [...groups].reverse();
  return shuffle === 2 ? [...groups].sort((a, b) => (a.owner < b.owner ? -1 : 1)) : [...groups];
}

/** Writes groups of records in a layout: alignment, TTLs, classes, notes in between, parentheses, line ends. */
function write(how: Layout, groups: readonly Group[]): string {
  const lines: string[] = how.hasDefaultTtl ? ['$TTL 3600'] : [];
  for (const [index, { owner, lines: records }] of groups.entries()) {
    if (how.comments && index % 3 === 1) lines.push(`; about ${owner}`, '');
    if (how.origin && index === 2) lines.push('$TTL 3600');
    for (const [i, record] of records.entries()) {
      const lead = i === 0 ? owner : '';
      const width = how.gap.startsWith('\t')
        ? '\t'.repeat(Math.max(1, 3 - Math.floor(lead.length / 8)))
        : ' '.repeat(Math.max(1, 20 - lead.length));
      const gap = how.align ? width : how.gap;
      const isGrouped = how.group && index % 4 === 3 && !record.includes('(') && i === 0;
      const words = [how.ttl, how.zoneClass, ...(isGrouped ? [record.replace(' ', ' ( '), '\n  )'] : [record])];
      lines.push(
        `${lead}${gap}${words.filter((word) => word !== '').join(how.align ? '\t' : ' ')}${how.comments && index % 5 === 2 ? ' ; as agreed' : ''}`,
      );
    }
    if (how.notes && index % 3 === 2 && !records.some((record) => /^(?:CNAME|NS)/.test(record)))
      lines.push('  TXT "note"');
  }
  const text = lines.join('\n').replaceAll('\n', how.eol);
  // A directive that ends a file without a line end is one that servers refuse.
  return how.finalEnd || groups.length === 0 ? text + how.eol : text;
}
