// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are those of $GENERATE
import fc from 'fast-check';
import { MASTER, type ZoneCase } from './bind.ts';
import { readSamples, type Sample } from './samples.ts';

/** The zone that all random zones are for. */
const ORIGIN = 'example.com';
const HEAD: Sample = ['SOA', 'ns1', 'hostmaster', '1', '2h', '1h', '2w', '1h30m'];

const label = fc.constantFrom(
  ...['www', 'mail', 'ns1', 'a', 'in', 'IN', '10', '1h', 'mx', 'txt', 'a-b', '_sip', 'x_y', '*', 'o*o', "it's"],
  ...[
    '\\@',
    '\\$TTL',
    'a\\.b',
    '\\097bc',
    '\\000',
    'sp\\032ace',
    '\\"q\\"',
    'semi\\;colon',
    'par\\(en\\)',
    '#',
    '//',
    '=',
    '{}',
  ],
  ...[
    '\xe9t\xe9',
    'm\xc3\xbcller',
    '\xa0',
    'a\x0cb',
    'x'.repeat(63),
    'TYPE1',
    'CLASS1',
    '@x',
    '$',
    'a$b',
    '\\\\',
    'x\\ y',
  ],
);
const relativeName = fc.oneof(
  { weight: 6, arbitrary: label },
  fc.tuple(label, label).map(([a, b]) => `${a}.${b}`),
);
const name = fc.oneof(
  { weight: 10, arbitrary: relativeName },
  { weight: 3, arbitrary: fc.constant('@') },
  { weight: 3, arbitrary: relativeName.map((n) => `${n}.example.com.`) },
  fc.constantFrom(
    'example.com.',
    'EXAMPLE.COM.',
    'ns1.Example.Com.',
    'x.example.net.',
    '.',
    '\\101xample.com.',
    '@.',
    'com.',
  ),
);
/** A name that `$` may not begin, for the first column. */
const owner = name.filter((n) => !/^\$|^EXAMPLE|Example|^\\101/.test(n));
const time = fc.oneof(
  fc.integer({ min: 0, max: 90000 }).map(String),
  fc.constantFrom(
    '1h',
    '1H30m',
    '30m1h',
    '0',
    '2147483647',
    '1w1d1h1m1s',
    '1m1m',
    '007',
    '3000000000',
    '4294967295',
    '0w',
  ),
);
const zoneClass = fc.constantFrom('IN', 'in', 'In', 'CLASS1', 'class1');
const samples = readSamples();
const rdata = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 30 }).map((n): Sample => ['A', `192.0.2.${n}`]) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }).map((n): Sample => ['aaaa', `2001:DB8::${n}`]) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('PTR', 'ptr', 'MB', 'NSAP-PTR'), name).map(([t, n]): Sample => [t, n]),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('MX', 'KX', 'AFSDB'), name).map(([t, n]): Sample => [t, '10', n]) },
  { weight: 3, arbitrary: fc.array(text(), { minLength: 1, maxLength: 4 }).map((words): Sample => ['TXT', ...words]) },
  fc.tuple(name, name).map(([a, b]): Sample => ['RP', a, b]),
  fc.constantFrom<Sample>(
    ['TYPE1', '\\#', '4', 'C0000201'],
    ['TYPE65280', '\\#', '0'],
    ['A', '\\#', '4', 'C0', '00', '0203'],
    ['TXT', '\\#', '3', '026162'],
  ),
  { weight: 14, arbitrary: fc.constantFrom(...samples) },
);

function text(): fc.Arbitrary<string> {
  const quoted = fc.constantFrom(
    '""',
    '"a b"',
    '"semi;colon"',
    '"(par)"',
    '"q\\"q"',
    '"\\\\"',
    '"\\065"',
    '"tab\there"',
    '"\xe9"',
    '"\xc3\xa9 \xe2\x82\xac"',
    `"${'x'.repeat(255)}"`,
    '"a\\;b"',
  );
  const bare = fc.constantFrom(
    'a',
    'v=spf1',
    "'",
    'a=b',
    'se\\;mi',
    'par\\(',
    'sp\\ ace',
    '\\010',
    'TXT',
    '\xfc',
    'a\\"b',
    '@',
    '$x',
    '*',
  );
  return fc.oneof({ weight: 3, arbitrary: quoted }, bare);
}

/** Choices of blanks, parentheses, comments and line ends, used up from left to right. */
const choices = fc.array(fc.nat({ max: 99 }), { minLength: 4, maxLength: 24 });

/** Lays words out in one row: blanks, tabs, parentheses anywhere behind the first word, comments inside them. */
function layOut(words: readonly string[], isBlankOwner: boolean, picks: readonly number[]): string {
  let pick = 0;
  const next = (): number => picks[pick++ % picks.length] ?? 0;
  let depth = 0;
  let row = '';
  const gap = (isOptional: boolean): string => {
    let out = '';
    for (let more = true, left = 9; more && left > 0; left--) {
      more = false;
      const n = next();
      if (depth > 0) {
        if (n < 20) out += [' \n', '\n\t', '\r\n', '; comment ) ( "\n', ' ;\n;\n ', '\n\n', '\t', '\r'][n % 8];
        else if (n < 40) {
          out += ')';
          depth--;
          more = true;
        } else if (n < 45) {
          out += '(';
          depth++;
        } else out += ' ';
      } else if (n < 15) {
        out += ['(', ' (', '( ', ' (\n', '(;x\n'][n % 5];
        depth++;
        more = n % 2 === 0;
      } else out += [' ', '\t', '  ', ' \t '][n % 4];
    }
    return out === '' && !isOptional ? ' ' : out;
  };
  if (isBlankOwner) row += next() % 2 === 0 ? ' ' : '\t';
  words.forEach((word, index) => {
    if (index > 0) row += gap(false);
    row += word;
  });
  while (depth-- > 0) row += next() % 3 === 0 ? '\n)' : ' )';
  const n = next();
  if (n < 15) row += [' ; c', ';c', '\t;;"(', '  ', '; \xe9', ' ; a ; b'][n % 6];
  return row;
}

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\n\n', '\n; note\n', '\n \t\n');

const header = fc.record({
  ttl: fc.option(time, { freq: 2 }),
  zoneClass: fc.option(zoneClass, { freq: 2 }),
  isClassFirst: fc.boolean(),
});

/** One record, laid out. */
const record = fc
  .record({ owner: fc.option(owner, { freq: 4 }), header, rdata, picks: choices })
  .map(({ owner: at, header: { ttl, zoneClass: inClass, isClassFirst }, rdata: words, picks }) => {
    const middle = isClassFirst ? [inClass, ttl] : [ttl, inClass];
    const all = [at, ...middle, ...words].filter((word): word is string => word !== null);
    return layOut(all, at === null, picks);
  });

const range = fc.constantFrom('0-3', '1-10/3', '5-5', '10-20/2', '0-0/5', '7-9', '250-260', '65534-65537');
const mode = fc.oneof(
  fc.constant('$'),
  fc
    .tuple(
      fc.integer({ min: -5, max: 300 }),
      fc.option(fc.integer({ min: 0, max: 9 })),
      fc.option(fc.constantFrom('d', 'o', 'x', 'X', 'n', 'N')),
    )
    .map(
      ([offset, width, base]) =>
        `\${${offset}${width === null ? '' : `,${width}`}${width === null || base === null ? '' : `,${base}`}}`,
    ),
  fc.constantFrom('${0}', '${+4,2}', '$$', '\\$', '$-$', '${0,3}x${1,2,x}', '$$$', '${0,0,d}'),
);
const generate = fc
  .record({
    range,
    lhs: fc.oneof(
      mode.map((m) => `h${m}`),
      mode,
      mode.map((m) => `${m}.sub`),
      fc.constantFrom('@', 'fix', 'a.example.com.', '\\097$', '*'),
    ),
    header,
    rdata: fc.oneof(
      fc.constantFrom(
        'A 192.0.2.$',
        'A 192.0.2.${1}',
        'AAAA 2001:db8::$',
        'AAAA 2001:db8::${0,4,x}',
        'TXT "a $ b"',
        'TXT x$',
        'TXT "\\"$ x\\""',
        'MX "1$ h$"',
        'CAA "0 issue ca$"',
        'SRV "0 0 $ h"',
        'a 10.${0,1,d}.0.1',
      ),
      mode.map((m) => `PTR h${m}.example.net.`),
      mode.map((m) => `ptr x${m}`),
      mode.map((m) => `TXT ${m}`),
    ),
    picks: choices,
  })
  .map(({ range: from, lhs, header: { ttl, zoneClass: inClass, isClassFirst }, rdata: data, picks }) => {
    const middle = isClassFirst ? [inClass, ttl] : [ttl, inClass];
    const words = data.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];
    return layOut(
      ['$GENERATE', from, lhs, ...middle.filter((word): word is string => word !== null), ...words],
      false,
      picks,
    );
  });

const directive = fc.oneof(
  fc.tuple(fc.constantFrom('$TTL', '$ttl', '$Ttl'), time, choices).map(([d, t, picks]) => layOut([d, t], false, picks)),
  fc.tuple(fc.constantFrom('$ORIGIN', '$origin'), name, choices).map(([d, n, picks]) => layOut([d, n], false, picks)),
  fc
    .tuple(
      fc.constantFrom('$INCLUDE', '$include'),
      fc.constantFrom('one', 'two', '"one"', '"two"'),
      fc.option(name),
      choices,
    )
    .map(([d, file, at, picks]) => layOut([d, file, ...(at === null ? [] : [at])], false, picks)),
);

const row = fc.oneof(
  { weight: 20, arbitrary: record },
  { weight: 2, arbitrary: directive },
  { weight: 1, arbitrary: generate },
);
const rows = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(row, lineEnd), { maxLength }).map((all) => all.map(([line, end]) => line + end).join(''));

/** A zone with an SOA and an NS, then anything. */
export const zoneArbitrary: fc.Arbitrary<ZoneCase> = fc
  .record({
    defaultTtl: fc.option(time, { freq: 6 }),
    soa: choices,
    first: fc.constantFrom('@', 'example.com.', 'EXAMPLE.com.'),
    soaTtl: fc.option(time),
    body: rows(12),
    one: rows(4),
    two: fc
      .array(fc.tuple(record, lineEnd), { maxLength: 4 })
      .map((all) => all.map(([line, end]) => line + end).join('')),
    style: fc.constantFrom('', '', '', '', 'crlf', 'no-end', 'cr'),
  })
  .map(({ defaultTtl, soa, first, soaTtl, body, one, two, style }) => {
    const ttl = defaultTtl === null ? '' : `$TTL ${defaultTtl}\n`;
    const head = layOut([first, ...(soaTtl === null ? [] : [soaTtl]), 'IN', ...HEAD], false, soa);
    let text = `${ttl}${head}\n\tNS a.\n${body}`;
    if (style === 'crlf') text = text.replaceAll(/\r?\n/g, '\r\n');
    if (style === 'cr') text = text.replaceAll(/\r?\n/g, '\r');
    if (style === 'no-end') text = text.trimEnd();
    return zoneOf(text, { one, two });
  });

/** A case of texts of bytes (one character an octet). */
export function zoneOf(text: string, included: Readonly<Record<string, string>> = {}): ZoneCase {
  const files = new Map([[MASTER, Buffer.from(text, 'latin1') as Uint8Array]]);
  for (const [file, content] of Object.entries(included)) files.set(file, Buffer.from(content, 'latin1'));
  return { files, origin: ORIGIN };
}

/** Records that do not go together. */
const mixed = fc
  .tuple(
    fc.constantFrom('x', 'X', '@', '*.x', 'a.x', 'b', '', 'c.example.net.'),
    fc.constantFrom(
      'CNAME a',
      'CNAME b',
      'CNAME A',
      'DNAME a',
      'DNAME b',
      'SOA a b 1 2 3 4 5',
      'SOA ns1 hostmaster 9 2h 1h 2w 1h',
      'NS a',
      'NS x',
      'NS b.',
      'DS 1 8 2 0000000000000000000000000000000000000000000000000000000000000000',
      'A 192.0.2.1',
      'TXT a',
      'MD a',
      'KEY 256 3 8 AQ==',
      'NSEC a A',
      'NSEC3PARAM 2 0 0 -',
      'DNSKEY 257 3 8 AQ==',
      'CDS 1 8 1 0000000000000000000000000000000000000000',
      'CDS 0 0 0 00',
      'CDNSKEY 257 3 13 AQ==',
    ),
  )
  .map(([at, rest]) => `${at} 60 ${rest}`);

/** What breaks a zone: at a place, so many characters go and something comes. */
const breakage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom(
    'mix',
    'byte',
    'byte',
    'insert',
    'word',
    'word',
    'drop-word',
    'add-word',
    'line',
    'drop-line',
    'drop',
  ),
  mix: fc.array(mixed, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n')),
  byte: fc.constantFrom(
    '(',
    ')',
    '"',
    ';',
    '\\',
    '\n',
    '\r',
    '\t',
    ' ',
    '.',
    '@',
    '$',
    '\0',
    '\x0b',
    '\xff',
    'a',
    '0',
    '-',
    '#',
  ),
  word: fc.constantFrom(
    'IN',
    'CH',
    'A',
    'MX',
    'FOO',
    '1',
    '-1',
    '1y',
    '99999999999',
    '"q"',
    '""',
    '.',
    '..',
    'a..b',
    'x'.repeat(64),
    '\\',
    '\\300',
    '\\1',
    '(',
    ')',
    '#',
    '//',
    'TYPE0',
    'ANY',
    '\\#',
    '192.0.2.256',
    '@',
    'example.com',
    '$TTL',
    '{{',
    'NONE',
    'TYPE65536',
    'MD',
  ),
  line: fc.constantFrom(
    ...[
      '# comment',
      '// comment',
      'prose that is none of this',
      '$FOO',
      '$TTL',
      '$TTL x',
      '$TTL 1 2',
      '$ORIGIN',
      '$ORIGIN a b',
      '$ORIGIN a..b',
      '$INCLUDE',
      '$INCLUDE none',
      '$INCLUDE one a b',
      '$GENERATE',
      '$GENERATE 1-2',
    ],
    ...[
      '$GENERATE 2-1 a A 192.0.2.$',
      '$GENERATE 1-300 h$ A 192.0.2.$',
      '$GENERATE 1-2 h$ FOO x',
      '$GENERATE 1-2 h$ A 192.0.2.$ x',
      '$GENERATE 1-2 h${0,1,z} A 192.0.2.1',
      '$GENERATE 1-2/0 h$ A 192.0.2.1',
      '$GENERATE x h$ A 192.0.2.1',
    ],
    ...[
      'www',
      'www IN',
      'www 60',
      'www A',
      'www IN A',
      ' A',
      ' IN',
      '  ',
      ')',
      '(',
      '"',
      'x "" A 192.0.2.1',
      'x CH A 192.0.2.1',
      'x 60 60 A 192.0.2.1',
      'x IN IN A 192.0.2.1',
      'x A 192.0.2',
      'x AAAA 192.0.2.1',
      'x MX a',
      'x TXT',
      'x TXT "a',
      'x CNAME',
      'x NS',
      'x SOA a b 1 2 3 4',
      'x NS a b',
      'x TXT ( "a" "b"',
      'x OPT \\# 0',
      '\xa0www A 192.0.2.1',
      'x\xa0A 192.0.2.1',
      '\ufeff',
    ],
  ),
});

/** A zone with one to three breaks. */
export const brokenArbitrary: fc.Arbitrary<ZoneCase> = fc
  .tuple(zoneArbitrary, fc.array(breakage, { minLength: 1, maxLength: 3 }))
  .map(([zone, breaks]) => {
    let text = Buffer.from(zone.files.get(MASTER) ?? []).toString('latin1');
    for (const one of breaks) text = broken(text, one);
    return { ...zone, files: new Map([...zone.files, [MASTER, Buffer.from(text, 'latin1')]]) };
  });

function broken(
  text: string,
  {
    at,
    kind,
    mix,
    byte,
    word,
    line,
  }: { at: number; kind: string; mix: string; byte: string; word: string; line: string },
): string {
  const place = Math.floor(at * text.length);
  const lineStart = text.lastIndexOf('\n', place - 1) + 1;
  const wordStart = place + (text.slice(place).search(/[^\s]/) === -1 ? 0 : text.slice(place).search(/[^\s]/));
  const wordEnd = wordStart + (/^\S+/.exec(text.slice(wordStart))?.[0].length ?? 0);
  switch (kind) {
    case 'mix':
      return `${text.slice(0, lineStart) + mix}\n${text.slice(lineStart)}`;
    case 'byte':
      return text.slice(0, place) + byte + text.slice(place + 1);
    case 'insert':
      return text.slice(0, place) + byte + text.slice(place);
    case 'word':
      return text.slice(0, wordStart) + word + text.slice(wordEnd);
    case 'drop-word':
      return text.slice(0, wordStart) + text.slice(wordEnd);
    case 'add-word':
      return `${text.slice(0, wordStart) + word} ${text.slice(wordStart)}`;
    case 'line':
      return `${text.slice(0, lineStart) + line}\n${text.slice(lineStart)}`;
    case 'drop-line': {
      const end = text.indexOf('\n', place);
      return text.slice(0, lineStart) + (end < 0 ? '' : text.slice(end + 1));
    }
    default:
      return text.slice(0, place) + text.slice(place + 1);
  }
}
