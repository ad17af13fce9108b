import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import { type Tag, wordsOf } from './tags.ts';

/** A report address of DMARC or TLS-RPT. Offsets are in the joined text. */
export interface ReportAddress {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  /** The domain of a `mailto:` address; undefined for other schemes, and where there is none. */
  readonly domain: string | undefined;
}

/** The addresses of a `rua` or `ruf`, and what is wrong with them; `schemes` are those that receivers know. */
export function reportAddresses(
  tag: Tag,
  schemes: readonly string[],
): { readonly addresses: readonly ReportAddress[]; readonly faults: readonly MailFault[] } {
  const addresses: ReportAddress[] = [];
  const faults: MailFault[] = [];
  for (const { text, start } of wordsOf(tag, ',')) {
    const end = start + text.length;
    const fault = faultOf(text, schemes);
    if (fault) faults.push({ start, end: Math.max(end, start), ...withPlaces(fault, { text, start, end }) });
    else addresses.push({ uri: text, start, end, domain: domainOf(text) });
    if (/![0-9]+[kmgt]?$/i.test(text.slice(-12)))
      faults.push({
        start: start + text.lastIndexOf('!'),
        end,
        message: phrase`the size behind "!" is passed over by now (RFC 9989)`,
        weight: 'information',
      });
  }
  return { addresses, faults };
}

interface Reason {
  readonly message: string;
  readonly prefix?: string;
  /** What stands there in the place of the scheme. */
  readonly cut?: number;
}

function faultOf(text: string, schemes: readonly string[]): Reason | undefined {
  if (text === '') return { message: phrase`a report address is missing` };
  const colon = text.indexOf(':');
  const scheme = colon < 0 ? '' : text.slice(0, colon).toLowerCase();
  if (schemes.includes(scheme) && scheme !== 'mailto')
    return text.slice(colon + 1).startsWith('//')
      ? undefined
      : { message: phrase`"${text}" is no address: "//" is missing` };
  const hasAt = text.includes('@');
  if (scheme !== 'mailto') {
    if (!hasAt) return { message: phrase`"${text}" is no report address: "mailto:" and a mail address are expected` };
    const cut = /^mailto[= ]*/i.exec(text)?.[0].length ?? colon + 1;
    return { message: phrase`"${text}" is no report address: "mailto:" is missing`, prefix: 'mailto:', cut };
  }
  const address = withoutQuery(withoutSize(text.slice(colon + 1)));
  const at = address.lastIndexOf('@');
  const slashes = /^\/+/.exec(address)?.[0].length ?? 0;
  if (slashes > 0 && hasAt)
    return { message: phrase`"${text}" has "//" behind "mailto:"`, prefix: 'mailto:', cut: colon + 1 + slashes };
  if (
    at < 1 ||
    address.indexOf('@') !== at ||
    !/^[a-z0-9.-]+\.[a-z0-9-]+$/i.test(address.slice(at + 1)) ||
    address.includes(' ')
  )
    return { message: phrase`"${address}" is no mail address` };
  return undefined;
}

function withPlaces(
  { message, prefix, cut = 0 }: Reason,
  { text, start }: { readonly text: string; readonly start: number; readonly end: number },
): Pick<MailFault, 'message' | 'meant'> {
  if (prefix === undefined) return { message };
  const title = phrase`Change "${text}" to "${prefix}${text.slice(cut)}"`;
  return { message, meant: { start, end: start + cut, text: prefix, title, isSure: true } };
}

function domainOf(uri: string): string | undefined {
  if (!uri.toLowerCase().startsWith('mailto:')) return undefined;
  const address = withoutQuery(withoutSize(uri.slice(7)));
  return address.slice(address.lastIndexOf('@') + 1);
}

function withoutQuery(address: string): string {
  const query = address.indexOf('?');
  return query < 0 ? address : address.slice(0, query);
}

function withoutSize(address: string): string {
  const mark = address.lastIndexOf('!');
  return mark < 0 ? address : address.slice(0, mark);
}
