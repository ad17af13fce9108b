import { absoluteText, type Encoding } from '../dns/name.ts';
import { TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../dns/type-codes.ts';
import { typeCode, typeName } from '../dns/types.ts';
import type { Token } from '../syntax/token.ts';

/** What rdata stands under. */
interface Under {
  readonly origin: string;
  readonly encoding: Encoding;
}

/**
 * The rdata of RRSIG, NSEC and NSEC3, of which signed zones are full, as BIND prints it where its words are written so
 * already: for rdata that was read, and found to be right. Undefined where it takes more, and for all other types.
 */
export function plainText(type: number, tokens: readonly Token[], under: Under): string | undefined {
  const textOf = TEXTS.get(type);
  return textOf && !tokens.some(({ quoted }) => quoted) ? textOf(tokens, under) : undefined;
}

const TEXTS: ReadonlyMap<number, (tokens: readonly Token[], under: Under) => string | undefined> = new Map([
  [TYPE_RRSIG, signatureText],
  [TYPE_NSEC, nextText],
  [TYPE_NSEC3, hashedText],
]);

/** Before the signature stand eight words (RFC 4034 section 3.2). */
const SIGNATURE = 8;
const FIRST_PRIVATE_ALGORITHM = 253;

function signatureText(tokens: readonly Token[], { origin, encoding }: Under): string | undefined {
  const [covered, algorithm, labels, ttl, expiration, inception, tag, signer] = tokens.map(({ text }) => text);
  if (!covered || !algorithm || !labels || !ttl || !expiration || !inception || !tag || !signer) return undefined;
  const areNumbers = isNumber(algorithm) && isNumber(labels) && isNumber(ttl) && isNumber(tag);
  if (!areNumbers || Number(algorithm) >= FIRST_PRIVATE_ALGORITHM || !isTime(expiration) || !isTime(inception))
    return undefined;
  let signature = '';
  for (let at = SIGNATURE; at < tokens.length; at++) signature += tokens[at]?.text;
  if (!isMnemonic(covered) || !isBase64(signature)) return undefined;
  const name = absoluteText(signer, origin, encoding);
  if (name === undefined) return undefined;
  let text = `${covered} ${algorithm} ${labels} ${ttl} ${expiration} ${inception} ${tag} ${name}`;
  for (let at = 0; at < signature.length; at += CHUNK) text += ` ${signature.slice(at, at + CHUNK)}`;
  return text;
}

/** BIND prints base64 in words of so many digits. */
const CHUNK = 56;

function nextText([next, ...types]: readonly Token[], { origin, encoding }: Under): string | undefined {
  const name = next && absoluteText(next.text, origin, encoding);
  return name === undefined ? undefined : withTypes(name, types);
}

function hashedText([algorithm, flags, iterations, salt, next, ...types]: readonly Token[]): string | undefined {
  if (!algorithm || !flags || !iterations || !salt || !next) return undefined;
  const areNumbers = isNumber(algorithm.text) && isNumber(flags.text) && isNumber(iterations.text);
  if (!areNumbers || !/^(?:-|[0-9A-F]+)$/.test(salt.text) || !/^[0-9A-V]{32}$/.test(next.text)) return undefined;
  return withTypes(`${algorithm.text} ${flags.text} ${iterations.text} ${salt.text} ${next.text}`, types);
}

/** The types in ascending order, behind what stands before them. */
function withTypes(before: string, types: readonly Token[]): string | undefined {
  let text = before;
  let last = -1;
  for (const { text: type } of types) {
    const code = typeCode(type) ?? -1;
    if (code <= last || !isMnemonic(type)) return undefined;
    last = code;
    text += ` ${type}`;
  }
  return types.length === 0 ? undefined : text;
}

/** Whether a type is written as BIND prints it. */
function isMnemonic(text: string): boolean {
  const code = typeCode(text);
  return code !== undefined && typeName(code) === text;
}

/** A number without zeros before it. */
function isNumber(text: string): boolean {
  return /^(?:0|[1-9][0-9]{0,9})$/.test(text);
}

/** A date of years that are told from each other by 32 bits, without a leap second. */
function isTime(text: string): boolean {
  return /^(?:19[89]|20[0-8])[0-9]{9}[0-5][0-9]$/.test(text);
}

/** Base64 in which no bits are lost. */
function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/]+(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(text);
}
