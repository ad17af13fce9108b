import { laterPhrase } from '../../language/phrase.ts';
import { knownIncludes as includesOfProviders } from '../../mail/providers.ts';
import type { Vocabulary, Word } from './proposal.ts';

/** The terms of an SPF record (RFC 7208 sections 5 and 6); those that take a value end where it begins. */
export const spfTerms: Vocabulary = {
  name: 'spf',
  words: [
    {
      word: 'mx',
      detail: laterPhrase`the hosts that receive mail`,
      about: laterPhrase`The addresses of the MX hosts of the domain may send (RFC 7208 section 5.4). One look-up, and one for each host.`,
    },
    {
      word: 'a',
      detail: laterPhrase`the addresses of the domain`,
      about: laterPhrase`The A and AAAA records of the domain itself may send (RFC 7208 section 5.3). One look-up.`,
    },
    {
      word: 'a:',
      detail: laterPhrase`the addresses of a host`,
      about: laterPhrase`The A and AAAA records of another name may send (RFC 7208 section 5.3). One look-up.`,
    },
    {
      word: 'ip4:',
      detail: laterPhrase`an IPv4 address or network`,
      about: laterPhrase`An address, or a network such as 192.0.2.0/24, may send (RFC 7208 section 5.6). No look-up.`,
    },
    {
      word: 'ip6:',
      detail: laterPhrase`an IPv6 address or network`,
      about: laterPhrase`An address, or a network such as 2001:db8::/32, may send (RFC 7208 section 5.6). No look-up.`,
    },
    {
      word: 'include:',
      detail: laterPhrase`what the record of another domain lets pass`,
      about: laterPhrase`Whom the SPF record of another domain lets pass, may send (RFC 7208 section 5.2). One look-up, and those of that record.`,
    },
    {
      word: '-all',
      detail: laterPhrase`all others fail`,
      about: laterPhrase`Mail from any other address is refused (RFC 7208 section 5.1).`,
    },
    {
      word: '~all',
      detail: laterPhrase`all others fail softly`,
      about: laterPhrase`Mail from any other address is suspicious, mostly taken and marked (RFC 7208 section 8.5).`,
    },
    {
      word: '?all',
      detail: laterPhrase`nothing is said of all others`,
      about: laterPhrase`Nothing is said of other addresses (RFC 7208 section 8.2).`,
    },
    {
      word: 'redirect=',
      detail: laterPhrase`the record of another domain in place of this one`,
      about: laterPhrase`The record of another domain counts, where nothing here matches and there is no "all" (RFC 7208 section 6.1). One look-up.`,
    },
    {
      word: 'exists:',
      detail: laterPhrase`if a name has an address`,
      about: laterPhrase`Matches where a name, mostly made of macros, has an A record (RFC 7208 section 5.7). One look-up.`,
    },
    {
      word: 'mx:',
      detail: laterPhrase`the MX hosts of another domain`,
      about: laterPhrase`The addresses of the MX hosts of another domain may send (RFC 7208 section 5.4).`,
    },
    {
      word: 'exp=',
      detail: laterPhrase`where the explanation for refused mail is`,
      about: laterPhrase`The name of a TXT record that explains a refusal (RFC 7208 section 6.2).`,
    },
  ],
};

/** Whole texts of SPF records. */
export const spfTexts: Vocabulary = {
  name: 'spf-text',
  words: [
    { word: 'v=spf1 mx -all', detail: laterPhrase`the MX hosts send mail, nobody else` },
    { word: 'v=spf1 a -all', detail: laterPhrase`this host sends mail, nobody else` },
    { word: 'v=spf1 -all', detail: laterPhrase`nobody sends mail` },
    { word: 'v=spf1 include:', detail: laterPhrase`a provider sends mail` },
  ],
};

/** The tags of a DMARC record (RFC 9989 section 4.7). */
export const dmarcTags: Vocabulary = {
  name: 'dmarc',
  words: [
    {
      word: 'p=',
      detail: laterPhrase`what receivers do with mail that fails`,
      about: laterPhrase`The policy for the domain: none, quarantine or reject (RFC 9989 section 4.7).`,
    },
    {
      word: 'sp=',
      detail: laterPhrase`the same for subdomains`,
      about: laterPhrase`The policy for subdomains; that of the domain where it is left out (RFC 9989 section 4.7).`,
    },
    {
      word: 'np=',
      detail: laterPhrase`the same for names that do not exist`,
      about: laterPhrase`The policy for subdomains that do not exist; that of the others where it is left out (RFC 9989 section 4.7).`,
    },
    {
      word: 'rua=mailto:',
      detail: laterPhrase`where daily reports go`,
      about: laterPhrase`The addresses that receive aggregate reports, separated by commas. Another domain must agree in its own DNS (RFC 9990 section 4).`,
    },
    {
      word: 'ruf=mailto:',
      detail: laterPhrase`where reports of single mails go`,
      about: laterPhrase`The addresses that receive failure reports; few receivers send any (RFC 9991).`,
    },
    {
      word: 'adkim=',
      detail: laterPhrase`how closely DKIM must agree`,
      about: laterPhrase`r: the same organisational domain is enough; s: exactly the same domain (RFC 9989 section 4.4).`,
    },
    {
      word: 'aspf=',
      detail: laterPhrase`how closely SPF must agree`,
      about: laterPhrase`r: the same organisational domain is enough; s: exactly the same domain (RFC 9989 section 4.4).`,
    },
    {
      word: 'fo=',
      detail: laterPhrase`when reports of single mails are sent`,
      about: laterPhrase`0: where all fails; 1: where anything fails; d: DKIM; s: SPF (RFC 9989 section 4.7).`,
    },
    {
      word: 't=y',
      detail: laterPhrase`a test`,
      about: laterPhrase`Receivers are asked for the next weaker policy (RFC 9989 section 4.7).`,
    },
  ],
};

const policies: readonly Word[] = [
  {
    word: 'none',
    detail: laterPhrase`reports only`,
    about: laterPhrase`Nothing happens to the mail, reports are sent: to begin with.`,
  },
  { word: 'quarantine', detail: laterPhrase`into the spam folder` },
  { word: 'reject', detail: laterPhrase`is refused` },
];
const alignments: readonly Word[] = [
  { word: 'r', detail: laterPhrase`relaxed: the organisational domain` },
  { word: 's', detail: laterPhrase`strict: exactly the domain` },
];

/** The values of the tags of DMARC that take words, by tag. */
export const dmarcValues: ReadonlyMap<string, Vocabulary> = new Map([
  ['p', { name: 'dmarc-policy', words: policies }],
  ['sp', { name: 'dmarc-policy', words: policies }],
  ['np', { name: 'dmarc-policy', words: policies }],
  ['adkim', { name: 'dmarc-alignment', words: alignments }],
  ['aspf', { name: 'dmarc-alignment', words: alignments }],
  [
    'fo',
    {
      name: 'dmarc-failures',
      words: [
        { word: '1', detail: laterPhrase`where SPF or DKIM fails` },
        { word: '0', detail: laterPhrase`where both fail` },
        { word: 'd', detail: laterPhrase`where DKIM fails` },
        { word: 's', detail: laterPhrase`where SPF fails` },
      ],
    },
  ],
]);

/** Whole texts of DMARC records. */
export const dmarcTexts: Vocabulary = {
  name: 'dmarc-text',
  words: [
    { word: 'v=DMARC1; p=none; rua=mailto:', detail: laterPhrase`reports only: to begin with` },
    { word: 'v=DMARC1; p=quarantine; rua=mailto:', detail: laterPhrase`what fails goes into the spam folder` },
    { word: 'v=DMARC1; p=reject; rua=mailto:', detail: laterPhrase`what fails is refused` },
    { word: 'v=DMARC1; p=reject', detail: laterPhrase`no mail comes from this domain` },
  ],
};

/** The tags of a DKIM key (RFC 6376 section 3.6.1). */
export const dkimTags: Vocabulary = {
  name: 'dkim',
  words: [
    {
      word: 'k=rsa',
      detail: laterPhrase`an RSA key`,
      about: laterPhrase`The kind of the key; RSA where it is left out (RFC 6376 section 3.6.1).`,
    },
    {
      word: 'k=ed25519',
      detail: laterPhrase`an Ed25519 key`,
      about: laterPhrase`A short key; some receivers do not know it, so sign with RSA too (RFC 8463).`,
    },
    {
      word: 'p=',
      detail: laterPhrase`the public key in base64`,
      about: laterPhrase`The public key; empty where the key is revoked (RFC 6376 section 3.6.1).`,
    },
    {
      word: 't=y',
      detail: laterPhrase`a test`,
      about: laterPhrase`The domain tests DKIM: mail that fails is treated as if it were not signed.`,
    },
    {
      word: 't=s',
      detail: laterPhrase`not for subdomains`,
      about: laterPhrase`The domain of the sender must be that of the signature exactly.`,
    },
    { word: 'h=sha256', detail: laterPhrase`hash algorithms that may be used` },
    { word: 's=email', detail: laterPhrase`what the key is for` },
    { word: 'n=', detail: laterPhrase`a note for people` },
  ],
};

/** The values of the tags of a DKIM key that take words, by tag: those of its whole tags. */
export const dkimValues: ReadonlyMap<string, Vocabulary> = new Map(
  ['k', 't', 'h', 's'].map((tag): [string, Vocabulary] => [
    tag,
    {
      name: `dkim-${tag}`,
      words: dkimTags.words
        .filter(({ word }) => word.startsWith(`${tag}=`))
        .map((one) => ({ ...one, word: one.word.slice(tag.length + 1) })),
    },
  ]),
);

/** Whole texts of DKIM keys. */
export const dkimTexts: Vocabulary = {
  name: 'dkim-text',
  words: [
    { word: 'v=DKIM1; k=rsa; p=', detail: laterPhrase`a key; a string holds 255 characters at most` },
    { word: 'v=DKIM1; k=ed25519; p=', detail: laterPhrase`a short key` },
    { word: 'v=DKIM1; p=', detail: laterPhrase`revoked: the key is empty` },
  ],
};

/** The text of reports on TLS (RFC 8460 section 3). */
export const tlsReportTexts: Vocabulary = {
  name: 'tls-report',
  words: [
    {
      word: 'v=TLSRPTv1; rua=mailto:',
      detail: laterPhrase`reports by mail`,
      about: laterPhrase`Where reports on failed TLS connections go (RFC 8460 section 3).`,
    },
    { word: 'v=TLSRPTv1; rua=https://', detail: laterPhrase`reports by HTTPS` },
  ],
};

/** The tags of such a text. */
export const tlsReportTags: Vocabulary = {
  name: 'tls-report-tag',
  words: [
    {
      word: 'rua=mailto:',
      detail: laterPhrase`where reports go`,
      about: laterPhrase`Addresses for reports on TLS, separated by commas (RFC 8460 section 3).`,
    },
    { word: 'rua=https://', detail: laterPhrase`where reports are posted` },
  ],
};

/** The text of MTA-STS (RFC 8461 section 3.1); `DATE` stands for the day. */
export const stsTexts: Vocabulary = {
  name: 'mta-sts',
  words: [
    {
      word: 'v=STSv1; id=',
      detail: laterPhrase`there is a policy; a new id says that it is another one`,
      about: laterPhrase`Tells senders to read https://mta-sts.DOMAIN/.well-known/mta-sts.txt again whenever the id changes (RFC 8461 section 3.1).`,
    },
  ],
};

/** Whole texts of BIMI records (draft-brand-indicators-for-message-identification). */
export const bimiTexts: Vocabulary = {
  name: 'bimi-text',
  words: [
    { word: 'v=BIMI1; l=https://', detail: laterPhrase`the mark, an SVG file` },
    { word: 'v=BIMI1; l=; a=;', detail: laterPhrase`no mark is shown` },
  ],
};

/** The tags of a BIMI record. */
export const bimiTags: Vocabulary = {
  name: 'bimi',
  words: [
    { word: 'l=https://', detail: laterPhrase`the mark, an SVG file` },
    { word: 'a=https://', detail: laterPhrase`the certificate of the mark` },
  ],
};

/** What providers of mail tell their customers to include; each from their own documentation. */
export const knownIncludes: Vocabulary = {
  name: 'spf-include',
  words: includesOfProviders.map(({ domain, provider }) => ({ word: domain, detail: provider })),
};
