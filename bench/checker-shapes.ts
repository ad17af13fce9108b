/** The zone of every shape, in the file of its name. */
export const ZONE = 'example.com';

/** What a zone consists of: its files by their names, of about so many records. */
export interface Shape {
  readonly name: string;
  readonly files: (count: number) => ReadonlyMap<string, string>;
}

const SOA = `@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600\n`;
const HEAD = `${SOA}@ 3600 IN NS ns1.example.com.\n@ 3600 IN NS ns2.example.com.\nns1 3600 IN A 10.0.0.1\nns2 3600 IN A 10.0.1.2\nmail 3600 IN A 10.0.0.3\n`;
const SIGNATURE = `${'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4'}ZQ==`;

/** The shapes that real files have; the records of one line each unless the name says otherwise. */
export const shapes: readonly Shape[] = [
  lines('A only', (i) => `h${i} 3600 IN A ${address(i)}\n`),
  lines('comments', (i) => `h${i} 3600 IN A ${address(i)} ; rack ${i & 7}, unit ${i & 31}\n`),
  lines('CRLF', (i) => `h${i} 3600 IN A ${address(i)}\r\n`),
  lines('columns', (i) => `${`h${i}`.padEnd(24)}3600    IN      A       ${address(i)}\n`),
  lines('upper case', (i) => `H${i} 3600 IN A ${address(i)}\n`),
  lines('signed', (i) => signed(i, (rrsig) => rrsig), 4),
  lines(
    'signed, in parentheses',
    (i) => signed(i, (rrsig) => rrsig.replace(/ (\d{14}) /, ' ( $1 ').replace(/\n$/, ' )\n')),
    4,
  ),
  lines(
    'AAAA, a /64 each',
    (i) => `h${i} 3600 IN AAAA 2001:db8:${(i >>> 16).toString(16)}:${(i & 0xffff).toString(16)}::1\n`,
  ),
  lines('TXT', (i) => `h${i} 3600 IN TXT "text number ${i} of a long list"\n`),
  lines('CAA', (i) => `h${i} 3600 IN CAA 0 issue "ca.example.net"\n`),
  lines('TLSA', (i) => `_443._tcp.h${i} 3600 IN TLSA 3 1 1 ${'ab'.repeat(32)}\n`),
  lines('MX to one host', (i) => `h${i} 3600 IN MX 10 mail.example.com.\n`),
  lines('SRV', (i) => `_sip._tcp.h${i} 3600 IN SRV 10 60 5060 mail.example.com.\n`),
  lines('HTTPS', (i) => `h${i} 3600 IN HTTPS 1 . alpn="h2,h3" ipv4hint=${address(i)}\n`),
  lines('delegations', (i) => `d${i >> 1} 3600 IN NS ns${i & 1}.example.net.\n`),
  lines('hosting mix', hosting, 5),
  {
    name: '$GENERATE',
    files: (count) =>
      new Map([
        [
          `${ZONE}.zone`,
          HEAD +
            Array.from(
              { length: Math.ceil(count / 65_536) },
              (_, i) => `$GENERATE 0-65535 g${i}-$ 3600 IN TXT "a $"\n`,
            ).join(''),
        ],
      ]),
  },
  {
    name: '1,000 $INCLUDE',
    files(count) {
      const each = Math.ceil(count / 1000);
      const parts = Array.from({ length: 1000 }, (_, part): [string, string] => [
        `parts/${part}.inc`,
        Array.from({ length: each }, (_, i) => `p${part}-${i} 3600 IN A ${address(part * each + i)}\n`).join(''),
      ]);
      return new Map([[`${ZONE}.zone`, HEAD + parts.map(([name]) => `$INCLUDE ${name}\n`).join('')], ...parts]);
    },
  },
];

function lines(name: string, line: (i: number) => string, records = 1): Shape {
  return {
    name,
    files(count) {
      const end = name === 'CRLF' ? HEAD.replaceAll('\n', '\r\n') : HEAD;
      const all: string[] = [end];
      for (let i = 0; i < count / records; i++) all.push(line(i));
      return new Map([[`${ZONE}.zone`, all.join('')]]);
    },
  };
}

/** A host as a signer leaves it: its address, the NSEC record to the next one, and a signature of each. */
function signed(i: number, layout: (rrsig: string) => string): string {
  const rrsig = (type: string): string =>
    layout(`h${i} 3600 IN RRSIG ${type} 13 3 3600 20361230000000 20261101000000 12345 example.com. ${SIGNATURE}\n`);
  return `h${i} 3600 IN A ${address(i)}\n${rrsig('A')}h${i} 3600 IN NSEC h${i + 1}.example.com. A RRSIG NSEC\n${rrsig('NSEC')}`;
}

/** What a hosting company keeps for each customer: a host, its mail, its aliases, its texts. */
function hosting(i: number): string {
  return (
    `c${i} 3600 IN A ${address(i & 0xff)}\nc${i} 3600 IN MX 10 mail.example.com.\nwww.c${i} 3600 IN CNAME c${i}.example.com.\n` +
    `c${i} 3600 IN TXT "v=spf1 mx -all"\n_dmarc.c${i} 3600 IN TXT "v=DMARC1; p=reject"\n`
  );
}

/** An address of 10.0.0.0/8 for a number. */
function address(i: number): string {
  const at = i + 65_536;
  return `10.${(at >>> 16) & 255}.${(at >>> 8) & 255}.${at & 255}`;
}
