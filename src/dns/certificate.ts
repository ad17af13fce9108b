/** A certificate (RFC 5280 section 4.1) as far as TLSA records look at it; both parts in DER. */
export interface Certificate {
  readonly whole: Uint8Array;
  /** The public key with its algorithm. */
  readonly publicKey: Uint8Array;
}

/** The certificates of a text in PEM (RFC 7468), in its order; what can not be read is left out. Private keys are not looked at. */
export function certificatesIn(pem: string): readonly Certificate[] {
  const found: Certificate[] = [];
  for (let at = pem.indexOf(BEGIN); at >= 0; at = pem.indexOf(BEGIN, at + 1)) {
    const end = pem.indexOf('-----END CERTIFICATE-----', at);
    const certificate = end < 0 ? undefined : certificateOf(pem.slice(at + BEGIN.length, end));
    if (certificate) found.push(certificate);
  }
  return found;
}

const BEGIN = '-----BEGIN CERTIFICATE-----';
const SEQUENCE = 0x30;
const VERSION = 0xa0;
/** Number, algorithm, issuer, validity and subject stand before the key. */
const BEFORE_KEY = 5;

function certificateOf(base64: string): Certificate | undefined {
  const whole = octetsOf(base64);
  const outer = whole && elementAt(whole, 0);
  const inner = outer?.tag === SEQUENCE ? elementAt(outer.octets, outer.start) : undefined;
  if (!whole || inner?.tag !== SEQUENCE) return undefined;
  let element = elementAt(whole, inner.start);
  if (element?.tag === VERSION) element = elementAt(whole, element.end);
  for (let i = 0; i < BEFORE_KEY && element; i++) element = elementAt(whole, element.end);
  if (element?.tag !== SEQUENCE || element.end > inner.end) return undefined;
  return { whole, publicKey: whole.slice(element.at, element.end) };
}

interface Element {
  readonly octets: Uint8Array;
  readonly tag: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** The element that begins at an octet (X.690 section 8.1); undefined where it is cut. */
function elementAt(octets: Uint8Array, at: number): Element | undefined {
  const tag = octets[at];
  let length = octets[at + 1];
  if (tag === undefined || length === undefined) return undefined;
  let start = at + 2;
  if (length >= 0x80) {
    const count = length - 0x80;
    if (count < 1 || count > 4) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (octets[start++] ?? 0);
  }
  const end = start + length;
  return end <= octets.length ? { octets, tag, at, start, end } : undefined;
}

function octetsOf(base64: string): Uint8Array | undefined {
  const text = base64.replace(/\s/g, '');
  if (!/^[a-z0-9+/]+={0,2}$/i.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
