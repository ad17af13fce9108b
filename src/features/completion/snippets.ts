// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how snippets have their places
import { TYPE_MX } from '../../dns/type-codes.ts';
import { formatterLike } from '../../format/new-text.ts';
import { nearText } from '../../format/on-type.ts';
import { laterPhrase, translated } from '../../language/phrase.ts';
import type { FeatureContext } from '../context.ts';
import { dayNumber } from '../words.ts';
import type { Proposal } from './proposal.ts';
import type { OwnerSpot } from './spot.ts';

/** Lines that are written at once, with places to fill in (LSP snippet syntax). `DATE` stands for the day, YYYYMMDD. */
interface Snippet {
  /** The word that is typed for it. */
  readonly word: string;
  /** Other words that find it. */
  readonly also: string;
  readonly about: string;
  readonly lines: readonly string[];
}

const SNIPPETS: readonly Snippet[] = [
  {
    word: 'zone',
    also: 'forward zone',
    about: laterPhrase`A forward zone with two name servers and their addresses`,
    lines: [
      '\\$ORIGIN ${1:example.com}.',
      '\\$TTL ${2:1h}',
      '@\tIN SOA\t${3:ns1} ${4:hostmaster} (',
      '\t\t\tDATE01 ; serial',
      '\t\t\t1d         ; refresh',
      '\t\t\t2h         ; retry',
      '\t\t\t4w         ; expire',
      '\t\t\t1h )       ; negative answers',
      '\tIN NS\t${3:ns1}',
      '\tIN NS\t${5:ns2}',
      '${3:ns1}\tIN A\t${6:192.0.2.1}',
      '${5:ns2}\tIN A\t${7:198.51.100.1}',
      '$0',
    ],
  },
  {
    word: 'reverse',
    also: 'in-addr.arpa zone reverse 4',
    about: laterPhrase`The reverse zone of an IPv4 /24`,
    lines: [
      '\\$ORIGIN ${1:2}.${2:0}.${3:192}.in-addr.arpa.',
      '\\$TTL ${4:1h}',
      '@\tIN SOA\t${5:ns1.example.com}. ${6:hostmaster.example.com}. (',
      '\t\t\tDATE01 ; serial',
      '\t\t\t1d         ; refresh',
      '\t\t\t2h         ; retry',
      '\t\t\t4w         ; expire',
      '\t\t\t1h )       ; negative answers',
      '\tIN NS\t${5:ns1.example.com}.',
      '\tIN NS\t${7:ns2.example.com}.',
      '${8:1}\tIN PTR\t${9:ns1.example.com}.',
      '$0',
    ],
  },
  {
    word: 'reverse6',
    also: 'ip6.arpa zone reverse 6',
    about: laterPhrase`The reverse zone of an IPv6 /32`,
    lines: [
      '\\$ORIGIN ${1:8.b.d.0.1.0.0.2}.ip6.arpa.',
      '\\$TTL ${2:1h}',
      '@\tIN SOA\t${3:ns1.example.com}. ${4:hostmaster.example.com}. (',
      '\t\t\tDATE01 ; serial',
      '\t\t\t1d         ; refresh',
      '\t\t\t2h         ; retry',
      '\t\t\t4w         ; expire',
      '\t\t\t1h )       ; negative answers',
      '\tIN NS\t${3:ns1.example.com}.',
      '\tIN NS\t${5:ns2.example.com}.',
      '${6:1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0}\tIN PTR\t${7:ns1.example.com}.',
      '$0',
    ],
  },
  {
    word: 'soa',
    also: '',
    about: laterPhrase`Start of authority, with the meaning of each number`,
    lines: [
      '@\tIN SOA\t${1:ns1} ${2:hostmaster} (',
      '\t\t\t${3:DATE01} ; serial',
      '\t\t\t${4:1d}         ; refresh',
      '\t\t\t${5:2h}         ; retry',
      '\t\t\t${6:4w}         ; expire',
      '\t\t\t${7:1h} )       ; negative answers',
      '$0',
    ],
  },
  {
    word: 'host',
    also: 'a aaaa',
    about: laterPhrase`A host with an A and an AAAA record`,
    lines: ['${1:www}\tIN A\t${2:192.0.2.10}', '\tIN AAAA\t${3:2001:db8::10}', '$0'],
  },
  {
    word: 'mail',
    also: 'mx spf dmarc',
    about: laterPhrase`A mail host with its address, the SPF record of the domain and of the host, and a DMARC policy`,
    lines: [
      '@\tIN MX\t10 ${1:mail}',
      '@\tIN TXT\t"v=spf1 mx ${2|-all,~all,?all|}"',
      '${1:mail}\tIN A\t${3:192.0.2.25}',
      '${1:mail}\tIN TXT\t"v=spf1 a -all"',
      '_dmarc\tIN TXT\t"v=DMARC1; p=${4|none,quarantine,reject|}; rua=mailto:${5:postmaster@example.com}"',
      '$0',
    ],
  },
  {
    word: 'nullmx',
    also: 'no mail',
    about: laterPhrase`A domain that neither receives nor sends mail (RFC 7505)`,
    lines: ['@\tIN MX\t0 .', '@\tIN TXT\t"v=spf1 -all"', '_dmarc\tIN TXT\t"v=DMARC1; p=reject"', '$0'],
  },
  {
    word: 'dkim',
    also: '',
    about: laterPhrase`A DKIM public key; a string holds 255 characters at most`,
    lines: [
      '${1:selector}._domainkey\tIN TXT\t( "v=DKIM1; k=${2|rsa,ed25519|}; p="',
      '\t\t\t\t  "${3:base64}" )',
      '$0',
    ],
  },
  {
    word: 'ptr',
    also: '',
    about: laterPhrase`The name of an address; ends in a dot`,
    lines: ['${1:10}\tIN PTR\t${2:www.example.com}.', '$0'],
  },
  {
    word: 'generate',
    also: 'pool',
    about: laterPhrase`A PTR for each address of a pool (BIND only)`,
    lines: ['\\$GENERATE ${1:100}-${2:199} \\$ IN PTR ${3:pool}-${4:\\$}.${5:example.com}.', '$0'],
  },
  {
    word: 'rfc2317',
    also: 'classless',
    about: laterPhrase`Hands a part of a /24 reverse zone to another server (RFC 2317)`,
    lines: [
      '${1:64/26}\tIN NS\t${2:ns1.example.net}.',
      '\\$GENERATE ${3:65}-${4:126} \\$ IN CNAME \\$.${1:64/26}',
      '$0',
    ],
  },
  {
    word: 'delegation',
    also: 'glue',
    about: laterPhrase`A child zone, and the addresses of its name servers that lie in it`,
    lines: [
      '${1:child}\tIN NS\tns1.${1:child}',
      '\tIN NS\tns2.${1:child}',
      'ns1.${1:child}\tIN A\t${2:192.0.2.53}',
      'ns2.${1:child}\tIN A\t${3:198.51.100.53}',
      '$0',
    ],
  },
  {
    word: 'srv',
    also: '',
    about: laterPhrase`Where a service runs: priority, weight, port, host`,
    lines: ['_${1:sip}._${2|tcp,udp|}\tIN SRV\t${3:10} ${4:5} ${5:5060} ${6:sip}', '$0'],
  },
  {
    word: 'caa',
    also: '',
    about: laterPhrase`Which certificate authorities may issue (RFC 8659)`,
    lines: [
      '@\tIN CAA\t0 issue "${1:ca.example.net}"',
      '@\tIN CAA\t0 issuewild "${2:;}"',
      '@\tIN CAA\t0 iodef "mailto:${3:security@example.com}"',
      '$0',
    ],
  },
  {
    word: 'https',
    also: '',
    about: laterPhrase`How to reach a web site (RFC 9460)`,
    lines: ['${1:@}\tIN HTTPS\t1 ${2:.} alpn="${3:h2,h3}"', '$0'],
  },
  {
    word: 'tlsa',
    also: 'dane',
    about: laterPhrase`The certificate's public key, for mail servers (RFC 7672)`,
    lines: [
      '_${1:25}._tcp.${2:mail}\tIN TLSA\t3 1 1 ${3:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}',
      '$0',
    ],
  },
  {
    word: 'region',
    also: '',
    about: laterPhrase`A part that folds`,
    lines: ['; region ${1:name}', '$0', '; endregion'],
  },
];

/** The snippets, for an owner's column with nothing behind it: each once, under the first of its words. */
export function snippetProposals(ctx: FeatureContext, spot: OwnerSpot): Proposal[] {
  const { now, settings } = ctx;
  if (!spot.isAlone) return [];
  const file = spot.instance?.file;
  const begun = file && beginningOf(ctx, spot);
  const format = formatterLike(file && nearText(file, spot.range.start.line).source, settings.format);
  const hasMail = hasMailHosts(ctx, spot);
  return SNIPPETS.filter(({ word }) => !hasMail || word !== 'nullmx').map(({ word, also, about, lines }) => {
    const snippet = laidOut(filledIn(lines, now), format);
    return {
      label: word,
      kind: 'snippet',
      detail: translated(about),
      topic: { kind: 'snippet', name: word },
      range: spot.range,
      filter: also === '' ? word : `${word} ${also}`,
      order: `${word === begun ? 0 : 5}${word}`,
      snippet,
      text: plain(snippet),
    };
  });
}

/** Whether the name that `@` stands for has MX records: one that says it takes no mail contradicts them. */
function hasMailHosts({ engine }: FeatureContext, { instance, origin }: OwnerSpot): boolean {
  return instance !== undefined && engine.context(instance.view).held.recordsAt(origin, TYPE_MX).length > 0;
}

/** The snippet that a file without any record begins with. */
function beginningOf({ engine }: FeatureContext, { instance }: OwnerSpot): string | undefined {
  if (!instance || instance.blocks.some((block) => (block?.records.length ?? 0) > 0)) return undefined;
  const { names } = engine.store;
  if (names.isBelowOrAt(instance.apex, names.ip6Arpa)) return 'reverse6';
  return names.isBelowOrAt(instance.apex, names.arpa) ? 'reverse' : 'zone';
}

const BLANKS = /[ \t]+/g;

/** A snippet with the blanks that its lines have once they are laid out; as it is where they become other lines. */
function laidOut(snippet: string, format: (text: string) => string): string {
  const written = plain(snippet);
  const formatted = format(written);
  if (formatted.replace(BLANKS, '') !== written.replace(BLANKS, '')) return snippet;
  const wanted = formatted.split('\n');
  const lines = snippet.split('\n').map((line, index) => {
    const blanks = wanted[index]?.match(BLANKS) ?? [];
    let count = 0;
    const made = line.replace(BLANKS, () => blanks[count++] ?? ' ');
    return count === blanks.length ? made : line;
  });
  return lines.join('\n');
}

/** The lines of a snippet as they are written, where nothing is filled in; undefined where there is none of the name. */
export function snippetText(word: string, now: number): string | undefined {
  const snippet = SNIPPETS.find((one) => one.word === word);
  return snippet && plain(filledIn(snippet.lines, now));
}

function filledIn(lines: readonly string[], now: number): string {
  return lines.join('\n').replaceAll('DATE', String(dayNumber(now)));
}

/** A snippet for clients that know none: the first choice in each place. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
