import { isOneSlipAway } from '../dns/slip.ts';
import { laterPhrase, phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import { keptByText } from './kept-by-text.ts';

/** The tags of RFC 8659, RFC 9495, and of the registry of the CA/Browser Forum. */
export const CAA_TAGS: readonly string[] = [
  'issue',
  'issuewild',
  'issuemail',
  'issuevmc',
  'iodef',
  'contactemail',
  'contactphone',
];

/** The nearest known tag, where one is near. */
export function nearestCaaTag(tag: string): string | undefined {
  const lower = tag.toLowerCase();
  const plain = lower.replace(/[^a-z]/g, '');
  const near = CAA_TAGS.filter((known) => known === plain || isOneSlipAway(known, lower) || ALSO.get(plain) === known);
  return near.length === 1 ? near[0] : undefined;
}

/** How people write a tag by another word. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['issuewildcard', 'issuewild'],
  ['wildissue', 'issuewild'],
  ['wildcard', 'issuewild'],
  ['email', 'iodef'],
  ['mailto', 'iodef'],
]);

/** What is wrong with the value of a CAA record (RFC 8659 section 4); the value of an unknown tag is not looked at. */
export function caaValueFault(tag: string, value: string): MailFault | undefined {
  switch (tag.toLowerCase()) {
    case 'issue':
    case 'issuewild':
    case 'issuemail':
    case 'issuevmc':
      return issuer(value).fault;
    case 'iodef':
      return reportFault(value);
    case 'contactemail':
      return contactFault(value);
    default:
      return undefined;
  }
}

/** The best known authorities: the domain by which each reads itself in CAA records, as it documents that, and its name. */
export const knownAuthorities: readonly { readonly domain: string; readonly name: string }[] = [
  { domain: 'letsencrypt.org', name: "Let's Encrypt" },
  { domain: 'pki.goog', name: 'Google Trust Services' },
  { domain: 'digicert.com', name: 'DigiCert' },
  { domain: 'sectigo.com', name: 'Sectigo' },
  { domain: 'globalsign.com', name: 'GlobalSign' },
  { domain: 'amazon.com', name: 'Amazon' },
  { domain: 'ssl.com', name: laterPhrase`SSL.com, and Cloudflare through it` },
  { domain: 'buypass.com', name: 'Buypass' },
  { domain: 'harica.gr', name: 'HARICA' },
  { domain: 'certum.pl', name: 'Certum' },
  { domain: 'swisssign.com', name: 'SwissSign' },
];

/** Authorities that most zones name; one that is one slip away from them was meant for them. */
const AUTHORITIES: ReadonlySet<string> = new Set([
  ...knownAuthorities.map(({ domain }) => domain),
  'amazontrust.com',
  'amazonaws.com',
  'awstrust.com',
  'comodoca.com',
  'comodo.com',
  'usertrust.com',
  'trust-provider.com',
  'entrust.net',
  'godaddy.com',
  'starfieldtech.com',
  'buypass.no',
  'zerossl.com',
  'certum.eu',
  'actalis.it',
  'telesec.de',
  'quovadisglobal.com',
  'thawte.com',
  'geotrust.com',
  'rapidssl.com',
  'symantec.com',
  'identrust.com',
  'd-trust.net',
  'dfn.de',
]);

/** A zone names few authorities, and often. */
const issuer = keptByText((value) => ({ fault: issuerFault(value) }));

function issuerFault(value: string): MailFault | undefined {
  const semicolon = value.indexOf(';');
  const head = semicolon < 0 ? value : value.slice(0, semicolon);
  const start = head.length - head.trimStart().length;
  const domain = head.trim();
  const end = start + domain.length;
  if (domain === '') return semicolon < 0 ? undefined : parameterFault(value, semicolon);
  const lower = domain.toLowerCase();
  const isKnown = AUTHORITIES.has(lower);
  if (isKnown && semicolon < 0) return undefined;
  const url = /^([a-z]+:)?\/\//i.exec(domain)?.[0];
  if (url !== undefined) return urlFault(domain, { start, end, schemeLength: url.length });
  if (/[\s,]/.test(domain))
    return {
      start,
      end,
      message: phrase`"${domain}" is more than one domain: each authority has a CAA record of its own`,
    };
  if (domain.includes('@'))
    return { start, end, message: phrase`"${domain}" is a mail address: the domain of an authority belongs here` };
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z0-9-]{1,63}$/i.test(domain.replace(/\.$/, '')))
    return { start, end, message: phrase`"${domain}" is no domain name: no authority has it, so none may issue` };
  const near = isKnown ? [] : nearAuthorities(lower);
  const [known] = near;
  if (known === undefined || near.length > 1) return semicolon < 0 ? undefined : parameterFault(value, semicolon);
  const meant = { start, end, text: known, title: phrase`Change "${domain}" to "${known}"` };
  return { start, end, message: phrase`"${domain}" is no authority that is known, and "${known}" is`, meant };
}

/** The authorities whose domain is one slip away from another one, or has its name below another top-level domain. */
function nearAuthorities(domain: string): readonly string[] {
  const named = OTHER_TOPS.get(nameOf(domain));
  const near: string[] = [];
  for (const known of AUTHORITIES)
    if (known === named || isOneSlipAway(known, domain) || isWebOf(domain, known)) near.push(known);
  return near;
}

/** Authorities read themselves by their domain; that of the web site is none, but for DigiCert, who documents it. */
function isWebOf(domain: string, known: string): boolean {
  return domain === `www.${known}` && known !== 'digicert.com';
}

/** A domain without its top-level domain. */
function nameOf(domain: string): string {
  return domain.slice(0, domain.lastIndexOf('.'));
}

/** Authorities that have no other domain of the same name, by that. */
const OTHER_TOPS: ReadonlyMap<string, string> = new Map(
  ['letsencrypt.org', 'digicert.com', 'sectigo.com', 'globalsign.com', 'godaddy.com', 'zerossl.com'].map((domain) => [
    nameOf(domain),
    domain,
  ]),
);

/** What stands behind the semicolon are parameters, `tag=value` each (RFC 8659 section 4.2): without a value the whole record is none. */
function parameterFault(value: string, semicolon: number): MailFault | undefined {
  for (let start = semicolon + 1; start <= value.length; ) {
    const next = value.indexOf(';', start);
    const end = next < 0 ? value.length : next;
    const word = value.slice(start, end).trim();
    if (word !== '' && !/^[a-z0-9][a-z0-9-]{0,254}[ \t]{0,8}=[!-:<-~]{0,1024}$/i.test(word))
      return {
        start,
        end,
        message: phrase`"${word}" is no parameter of an authority: "name=value" is expected, and without it nobody may issue`,
      };
    start = end + 1;
  }
  return undefined;
}

function urlFault(
  domain: string,
  { start, end, schemeLength }: { readonly start: number; readonly end: number; readonly schemeLength: number },
): MailFault {
  const rest = domain.slice(schemeLength);
  const slash = rest.indexOf('/');
  const host = (slash < 0 ? rest : rest.slice(0, slash)).replace(/^www\./i, '');
  const message = phrase`"${domain}" is an address of the web: the domain of the authority belongs here`;
  if (!/^[a-z0-9.-]+$/i.test(host) || !host.includes('.')) return { start, end, message };
  return { start, end, message, meant: { start, end, text: host, title: phrase`Change "${domain}" to "${host}"` } };
}

function reportFault(value: string): MailFault | undefined {
  const place = { start: 0, end: value.length };
  if (/^(?:mailto:.+@.|https?:\/\/.)/i.test(value)) return undefined;
  if (/^mailto:/i.test(value)) return { ...place, message: phrase`"${value}" is no mail address` };
  const message = phrase`"${value}" is no address for reports: it begins with "mailto:" or "https://"`;
  if (/^[^\s:@]+@[^\s:@]+$/.test(value))
    return { ...place, message, meant: { start: 0, end: 0, text: 'mailto:', title: phrase`Add "mailto:"` } };
  return { ...place, message };
}

/** A mail address alone: authorities write to it as it stands there (CA/Browser Forum, Baseline Requirements, appendix A.1.1). */
function contactFault(value: string): MailFault | undefined {
  const scheme = /^mailto:/i.exec(value)?.[0];
  if (scheme === undefined) return undefined;
  const end = scheme.length;
  const message = phrase`"${value}" is no mail address: a contact stands without "mailto:"`;
  return { start: 0, end: value.length, message, meant: { start: 0, end, text: '', title: phrase`Delete "mailto:"` } };
}
