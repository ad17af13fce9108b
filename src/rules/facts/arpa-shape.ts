import { classlessRanges, octetOf } from '../../dns/arpa.ts';
import { parseIp6 } from '../../dns/ip6.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { undotted } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME } from '../../dns/type-codes.ts';
import { undottedOrigin } from '../../edits/meant/repeated-origin.ts';
import { counted, laterPhrase, noun, phrase, translated } from '../../language/phrase.ts';
import { isGluedName } from '../../syntax/odd-characters.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { ip4Named, ip6Named, isNibble, isSubsequence, labelsBelow } from './arpa-labels.ts';
import { wrongSuffix } from './misspelt-suffix.ts';

/** The rules about the owner of a PTR record that is no whole reverse name. */
export type ShapeRule =
  | 'arpa-suffix'
  | 'arpa-full-address-owner'
  | 'arpa-octet-range'
  | 'arpa-octet-leading-zero'
  | 'arpa-nibble'
  | 'arpa-label-count';

/** What is wrong with the owner of a PTR record. */
export interface Shape {
  readonly rule: ShapeRule;
  readonly message: string;
  /** The reverse name that was meant, where only one can be; else -1. */
  readonly meant: NameId;
}

/** An owner below its zone's apex. */
interface Owner {
  readonly pointer: ZoneRecord;
  readonly ctx: RuleContext;
  /** From the left, as in the text. */
  readonly below: readonly string[];
  /** Those of the zone below in-addr.arpa or ip6.arpa, highest first. */
  readonly network: readonly string[];
  readonly apex: NameId;
}

/**
 * What is wrong with the owner of a PTR record in the reverse tree. Undefined where it is a whole reverse name, where an
 * alias leads to it, or where the zone's own name is in no known form: then any owner may be meant (RFC 2317 section 5.2).
 */
export function shapeOf(pointer: ZoneRecord, ctx: RuleContext): Shape | undefined {
  const { names } = ctx.store;
  const { zone, owner: name } = pointer;
  if (!zone || names.isAddress(name) || zone.view.explainedZones.has(zone)) return undefined;
  // That is said at the origin, and once.
  if (undottedOrigin(ctx.store, pointer)) return undefined;
  const below = labelsBelow(names, name, zone.apex);
  if (below.some((label) => label.startsWith('_') || label === '*')) return undefined;
  // What a template fills in for a label may be any number.
  if (below.some(holdsPlaceholder)) return undefined;
  // That is said while the text is read.
  if (below.some(isGluedName)) return undefined;
  if (ctx.held.recordsTo(name, TYPE_CNAME).length > 0) return undefined;
  const isIp6 = names.isBelowOrAt(name, names.ip6Arpa);
  const base = isIp6 ? names.ip6Arpa : names.inAddrArpa;
  if (!names.isBelowOrAt(zone.apex, base)) return undefined;
  const network = labelsBelow(names, zone.apex, base).reverse();
  const owner: Owner = { pointer, ctx, below, network, apex: zone.apex };
  const suffix = suffixShape(owner);
  if (suffix) return suffix;
  if (names.arpaKind(zone.apex) === 0) return isIp6 ? undefined : classlessShape(owner);
  return isIp6 ? shape6(owner) : shape4(owner);
}

/** `30.2.0.192.in-addr.apra`, which the zone's name completes. */
function suffixShape(owner: Owner): Shape | undefined {
  const suffix = wrongSuffix(`${owner.below.join('.')}.`);
  if (!suffix) return undefined;
  const message = phrase`The owner ends in ${suffix.found}, and the zone's name comes behind it: reverse names end in ${suffix.meant}`;
  return shape(owner, 'arpa-suffix', message);
}

function shape4(owner: Owner): Shape | undefined {
  const { below, network, ctx, pointer } = owner;
  if (below.length === 0) return apexShape(owner, 4, 'octets');
  const whole = wholeAddress4(owner);
  if (whole) return whole;
  const octets = [...network, ...[...below].reverse()];
  const odd = below.find((label) => octetOf(label) === undefined);
  if (odd !== undefined) {
    if (isClasslessPart(octets)) return undefined;
    const stripped = octets.map((octet) => (/^0+\d{1,3}$/.test(octet) ? String(Number(octet)) : octet));
    if (/^0+\d{1,3}$/.test(odd) && Number(odd) < 256) {
      const message = phrase`Label ${odd} begins with a zero, so ${undotted(ctx.held.text(pointer.owner))} is no address: the octet is ${Number(odd)}`;
      return shape(owner, 'arpa-octet-leading-zero', message, ip4Named(ctx.store.names, stripped));
    }
    const why = /^\d+$/.test(odd) ? phrase`is over 255` : phrase`is not a number from 0 to 255`;
    return shape(owner, 'arpa-octet-range', phrase`Label ${odd} ${why}: reverse names of IPv4 are made of octets`);
  }
  return countShape(owner, octets.length, 4, 'octets');
}

/** Owners in `0-63.2.0.192.in-addr.arpa`: one octet each, where the zone above is held, whose aliases all are known. */
function classlessShape(owner: Owner): Shape | undefined {
  const { below, network, ctx, apex } = owner;
  const { names } = ctx.store;
  const above = names.parent(apex);
  const [label] = below;
  if (network.length !== 4 || classlessRanges(names.labelText(apex)).length === 0) return undefined;
  if (below.length !== 1 || label === undefined || !ctx.held.enclosingZone(above)) return undefined;
  if (!/^0+\d{1,3}$/.test(label) || Number(label) > 255 || label === '0') return undefined;
  const message = phrase`Label ${label} begins with a zero: the octet is ${Number(label)}`;
  return shape(owner, 'arpa-octet-leading-zero', message, names.childText(apex, String(Number(label))));
}

/** `10.0-63` below a /24 that has the records of a classless range itself. */
function isClasslessPart(octets: readonly string[]): boolean {
  const range = octets[3];
  return range !== undefined && octets.length <= 5 && classlessRanges(range).length > 0;
}

/** `192.0.2.30`, `30.2.0.192` or `30.2.0.192.in-addr.arpa` below a zone that completes it. */
function wholeAddress4(owner: Owner): Shape | undefined {
  const { below, network, ctx } = owner;
  const { names } = ctx.store;
  const isUndotted = below.at(-1) === 'arpa' && below.at(-2) === 'in-addr';
  const octets = isUndotted ? below.slice(0, -2) : below;
  if (octets.length !== 4 || network.length === 0 || octets.some((octet) => octetOf(octet) === undefined))
    return undefined;
  const reversed = ip4Named(names, [...octets].reverse());
  return wholeAddress(owner, isUndotted ? [reversed] : [ip4Named(names, octets), reversed], isUndotted);
}

function shape6(owner: Owner): Shape | undefined {
  const { below, network, ctx } = owner;
  if (below.length === 0) return apexShape(owner, 32, 'nibbles');
  const whole = wholeAddress6(owner);
  if (whole) return whole;
  const odd = below.find((label) => !isNibble(label));
  if (odd === undefined) return countShape(owner, network.length + below.length, 32, 'nibbles');
  if (!/^[0-9a-f]+$/.test(odd))
    return shape(
      owner,
      'arpa-nibble',
      phrase`Label ${odd} is no hexadecimal digit: reverse names of IPv6 are made of nibbles`,
    );
  const message = phrase`Label ${odd} has ${odd.length} digits: each label of a reverse name of IPv6 is one hexadecimal digit`;
  return shape(owner, 'arpa-nibble', message, splitNibbles(owner, ctx));
}

/** The digits of all labels one by one: as they stand, or each label's from its end, where a group was written forward. */
function splitNibbles(owner: Owner, ctx: RuleContext): NameId {
  const { below, network } = owner;
  if (!below.every((label) => /^[0-9a-f]+$/.test(label))) return NO_NAME;
  const forms = [
    below.flatMap((label) => label.split('')),
    below.flatMap((label) => label.split('').reverse()),
    below.flatMap((label) => label.padStart(4, '0').split('').reverse()),
  ];
  const names = forms.map((labels) => ip6Named(ctx.store.names, [...network, ...labels.reverse()]));
  const meant = [...new Set(names)].filter((name) => name !== NO_NAME);
  const [only = NO_NAME] = meant.length === 1 ? meant : [];
  return theOne(owner, meant) ?? only;
}

function wholeAddress6(owner: Owner): Shape | undefined {
  const { below, network, ctx } = owner;
  const { names } = ctx.store;
  const literal = parseIp6(below[0] ?? '');
  if (literal) {
    const nibbles = literal.flatMap((group) => group.toString(16).padStart(4, '0').split(''));
    return wholeAddress(owner, [ip6Named(names, nibbles)], false);
  }
  const isUndotted = below.at(-1) === 'arpa' && below.at(-2) === 'ip6';
  const nibbles = isUndotted ? below.slice(0, -2) : below;
  if (nibbles.length !== 32 || network.length === 0 || !nibbles.every(isNibble)) return undefined;
  const reversed = ip6Named(names, [...nibbles].reverse());
  return wholeAddress(owner, isUndotted ? [reversed] : [ip6Named(names, nibbles), reversed], isUndotted);
}

function wholeAddress(owner: Owner, readings: readonly NameId[], isUndotted: boolean): Shape {
  const { ctx, apex, pointer } = owner;
  const { names } = ctx.store;
  const different = [...new Set(readings)];
  const inside = different.filter((name) => name !== NO_NAME && names.isBelowOrAt(name, apex));
  const meant = inside.length === 1 ? (inside[0] ?? NO_NAME) : (theOne(owner, inside) ?? NO_NAME);
  const name = undotted(ctx.held.text(pointer.owner));
  const message = isUndotted
    ? phrase`The owner has no final dot, so it means ${name}`
    : inside.length > 0
      ? phrase`The owner is a whole address, and the zone's name comes behind it: ${name}`
      : phrase`The owner is a whole address of another network, and the zone's name comes behind it: ${name}`;
  return shape(owner, 'arpa-full-address-owner', message, meant);
}

function countShape(owner: Owner, found: number, expected: number, what: 'octets' | 'nibbles'): Shape | undefined {
  if (found === expected || isOtherLoopback(owner)) return undefined;
  const { ctx, pointer } = owner;
  const name = undotted(ctx.held.text(pointer.owner));
  const labels = counted(found, what === 'octets' ? noun`octet` : noun`nibble`);
  const message = phrase`${name} has ${labels}, an address has ${expected}`;
  return shape(owner, 'arpa-label-count', message, completed(owner));
}

/** FreeBSD comes with one file for 127.in-addr.arpa and 0.ip6.arpa: in each, the address of the other is in vain. */
function isOtherLoopback({ below, network }: Owner): boolean {
  const other = network[0] === '127' ? 31 : network.every((nibble) => nibble === '0') ? 3 : 0;
  return below.length === other && below[0] === '1' && below.slice(1).every((label) => label === '0');
}

/** A network's own name may have a PTR to its gateway (RFC 1035 section 3.5): then nothing is missing. */
function apexShape(owner: Owner, expected: number, what: 'octets' | 'nibbles'): Shape | undefined {
  const meant = completed(owner);
  if (meant === NO_NAME || owner.ctx.held.recordsAt(meant).length > 0) return undefined;
  return countShape(owner, owner.network.length, expected, what);
}

/** The target's only address in the zone's network, where the owner has its labels, or too many or too few of them. */
function completed(owner: Owner): NameId {
  const { below, apex, ctx } = owner;
  const inside = targetAddresses(owner).filter((address) => ctx.store.names.isBelowOrAt(address, apex));
  const [only] = inside;
  if (inside.length !== 1 || only === undefined) return NO_NAME;
  const labels = labelsBelow(ctx.store.names, only, apex);
  return isSubsequence(below, labels) || isSubsequence(labels, below) ? only : NO_NAME;
}

/** The one of several readings that the target has as its address. */
function theOne(owner: Owner, readings: readonly NameId[]): NameId | undefined {
  const addresses = targetAddresses(owner);
  const fitting = readings.filter((name) => addresses.includes(name));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function targetAddresses({ pointer, ctx, apex }: Owner): NameId[] {
  if (pointer.data < 0) return [];
  const { names } = ctx.store;
  const type = names.isBelowOrAt(apex, names.ip6Arpa) ? TYPE_AAAA : TYPE_A;
  return [...new Set(ctx.held.recordsAt(pointer.data, type).map((record) => record.data))];
}

/** Of $GENERATE the line is spoken of, so that all its records say the same. */
function shape(owner: Owner, rule: ShapeRule, message: string, meant: NameId = NO_NAME): Shape {
  if (!owner.pointer.generated) return { rule, message, meant };
  const first = owner.pointer.words().owner?.text ?? '';
  return { rule, message: `${translated(GENERATED[rule])}: ${first}`, meant: NO_NAME };
}

const GENERATED: Readonly<Record<ShapeRule, string>> = {
  'arpa-suffix': laterPhrase`Owners that this line makes are not in the reverse tree`,
  'arpa-full-address-owner': laterPhrase`Owners that this line makes are whole addresses, and the zone's name comes behind them`,
  'arpa-octet-range': laterPhrase`Owners that this line makes have labels that are no octets`,
  'arpa-octet-leading-zero': laterPhrase`Owners that this line makes begin with zeros, so they are no addresses`,
  'arpa-nibble': laterPhrase`Owners that this line makes have labels that are no single hexadecimal digits`,
  'arpa-label-count': laterPhrase`Owners that this line makes have too few or too many labels for an address`,
};
