import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import type { DigitRun, NameForm } from './form.ts';

/** How much of an address a name spells, and in which way; `text` reads after "the name". */
export interface Encoding {
  /**
   * `full` and `part` (three octets, most of the groups) speak for themselves; `pair` is two octets beside each other;
   * `loose` is a form that chance also makes and that needs a word; `last` is the last octet alone, `digit` a last
   * octet of one digit.
   */
  readonly level: 'full' | 'part' | 'pair' | 'loose' | 'last' | 'digit';
  readonly text: string;
}

/** Finds the strongest way in which a name spells an IPv4 address. */
export function encoding4(address: number, form: NameForm): Encoding | undefined {
  const octets: Octets = [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255];
  const { runs } = form;
  const digits = runs.reduce((sum, run) => sum + run.text.length, 0);
  return (
    (digits > 3 ? decimalSequence(octets, form) : undefined) ??
    (HEX.test(form.name) ? hexSequence(address, octets, form) : undefined) ??
    wholeNumber(address, runs) ??
    (runs.length > 3 ? anyOrder(octets, runs) : undefined) ??
    (digits > 3 ? threeOctets(octets, form) : undefined) ??
    twoOctets(octets, form) ??
    looseForms(octets, form) ??
    lastOctet(octets[3], runs)
  );
}

/** Hexadecimal digits, six or more, with dots or dashes among them. */
const HEX = /[0-9a-f](?:[-.]?[0-9a-f]){5}/;

/** Four dotted or dashed numbers that are another public address than the name's own. */
export function otherAddress4(form: NameForm): string | undefined {
  const { runs, name } = form;
  for (let i = 0; i + 3 < runs.length; i++) {
    const four = runs.slice(i, i + 4);
    if (!four.every((run) => run.text.length <= 3 && run.value <= 255)) continue;
    if (!four.every((run, k) => k === 0 || isSeparator(name, four[k - 1], run))) continue;
    const first = four[0]?.value ?? 0;
    const last = four[3]?.value ?? 0;
    const plain = four.filter((run) => run.value > 9).length;
    if (plain >= 3 && ((first > 0 && first < 224) || (last > 0 && last < 224))) {
      return four.map((run) => run.value).join('.');
    }
  }
  return undefined;
}

type Octets = readonly [number, number, number, number];

/** The orders in which octets are written one after the other, and what they are called. */
const ORDERS: readonly { readonly order: readonly number[]; readonly text: string }[] = [
  { order: [0, 1, 2, 3], text: '' },
  { order: [3, 2, 1, 0], text: laterPhrase`, reversed` },
  { order: [3, 0, 1, 2], text: laterPhrase`, the last one first` },
  { order: [2, 1, 0, 3], text: laterPhrase`, the last one last and the others reversed` },
  { order: [2, 3, 0, 1], text: laterPhrase`, its halves exchanged` },
  { order: [1, 0, 3, 2], text: laterPhrase`, exchanged in pairs` },
];

/** All four octets in a known order, in one digit run or over several that follow each other. */
function decimalSequence(octets: Octets, form: NameForm): Encoding | undefined {
  for (const { order, text } of ORDERS) {
    const values = order.map((index) => octets[index] ?? 0);
    if (spelled(values, form.runs))
      return { level: 'full', text: phrase`spells the whole address ${octets.join('.')}${translated(text)}` };
  }
  return undefined;
}

/** Whether digit runs that follow each other spell the values; values run together need digits enough not to be chance. */
function spelled(values: readonly number[], runs: readonly DigitRun[]): boolean {
  for (let i = 0; i < runs.length; i++) {
    const used = consume(runs, i, values);
    if (used === values.length) return true;
    if (used === 0) continue;
    let digits = 0;
    for (let k = i; k < i + used; k++) digits += runs[k]?.text.length ?? 0;
    if (digits > 6 || (used > 1 && digits === 6)) return true;
  }
  return false;
}

/** How many runs from `first` on are needed to read `values` from them, each run read to its end; 0 when they differ. */
function consume(runs: readonly DigitRun[], first: number, values: readonly number[]): number {
  let done = 0;
  for (let i = first; i < runs.length; i++) {
    done = octetsIn(runs[i]?.text ?? '', 0, values, done);
    if (done < 0) return 0;
    if (done === values.length) return i - first + 1;
  }
  return 0;
}

/** Reads octets, each plain or padded with zeros, until the text ends; the next index into `values`, or -1. */
function octetsIn(text: string, at: number, values: readonly number[], index: number): number {
  if (at === text.length) return index;
  const value = values[index];
  if (value === undefined) return -1;
  const plain = String(value);
  for (let zeros = 3 - plain.length; zeros >= 0; zeros--) {
    const form = '00'.slice(0, zeros) + plain;
    if (!text.startsWith(form, at)) continue;
    const end = octetsIn(text, at + form.length, values, index + 1);
    if (end >= 0) return end;
  }
  return -1;
}

/** The address in hexadecimal: eight digits together, or four pairs apart, either way round. */
function hexSequence(address: number, octets: Octets, form: NameForm): Encoding | undefined {
  const forward = (address >>> 0).toString(16).padStart(8, '0');
  const reversed = forward.slice(6) + forward.slice(4, 6) + forward.slice(2, 4) + forward.slice(0, 2);
  const whole = form.name.slice(0, form.end);
  const hex = (text: string): Encoding => ({ level: 'full', text });
  if (hasHex(whole, forward)) return hex(phrase`spells the address in hexadecimal, ${forward}`);
  if (hasHex(whole, reversed)) return hex(phrase`spells the address in hexadecimal, reversed, ${reversed}`);
  const split = /[0-9]/.test(forward) ? hexPieces(whole, forward, reversed) : undefined;
  if (split !== undefined) return hex(phrase`spells the address in hexadecimal, ${split}`);
  const mixed = `${octets[0]}.${octets[1]}.${forward.slice(4)}`;
  return bounded(whole, mixed) ? hex(phrase`spells the address, its second half in hexadecimal, ${mixed}`) : undefined;
}

/** Eight hexadecimal digits in pieces of whole pairs, at most four of them, that follow each other. */
function hexPieces(text: string, forward: string, reversed: string): string | undefined {
  const pieces = text.split(/[-.]/);
  for (let i = 0; i < pieces.length; i++) {
    let joined = '';
    for (let k = i; k < pieces.length && joined.length < 8; k++) {
      const piece = pieces[k] ?? '';
      if (piece.length % 2 === 1 || piece.length === 0) break;
      joined += piece;
      if (joined === forward || joined === reversed) return pieces.slice(i, k + 1).join('.');
    }
  }
  return undefined;
}

/** Whether eight hexadecimal digits, not all of them letters, end a run of them. A letter or two of the word before may be such digits too. */
function hasHex(text: string, digits: string): boolean {
  if (!/[0-9]/.test(digits)) return false;
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    const next = text.charCodeAt(at + digits.length);
    const before = text.charCodeAt(at - 1);
    if (!isHexCode(next) && !isDigitCode(before)) return true;
    if (text.startsWith('0x', at - 2)) return true;
  }
  return false;
}

function bounded(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (!isHexCode(text.charCodeAt(at - 1)) && !isHexCode(text.charCodeAt(at + part.length))) return true;
  }
  return false;
}

/** The address as one decimal number, in either byte order. */
function wholeNumber(address: number, runs: readonly DigitRun[]): Encoding | undefined {
  const swapped =
    (((address & 255) << 24) | ((address & 0xff00) << 8) | ((address >>> 8) & 0xff00) | (address >>> 24)) >>> 0;
  for (const run of runs) {
    if (run.text.length < 8 || run.text.length > 10) continue;
    if (run.value === address >>> 0)
      return { level: 'full', text: phrase`spells the address as the number ${run.text}` };
    if (run.value === swapped)
      return { level: 'full', text: phrase`spells the address as the number ${run.text}, reversed` };
  }
  return undefined;
}

/** All four octets as numbers of their own, wherever they stand. */
function anyOrder(octets: Octets, runs: readonly DigitRun[]): Encoding | undefined {
  if (octets.filter((octet) => octet > 9).length < 2) return undefined;
  return matched(octets, runs) === 15
    ? { level: 'full', text: phrase`holds all four octets of ${octets.join('.')}` }
    : undefined;
}

/** Which octets can be given a run each, as bits; the first run of a value goes to its first octet. */
function matched(octets: Octets, runs: readonly DigitRun[]): number {
  let bits = 0;
  for (const run of runs) {
    if (run.text.length > 3) continue;
    for (let i = 0; i < 4; i++) {
      if (octets[i] === run.value && (bits & (1 << i)) === 0) {
        bits |= 1 << i;
        break;
      }
    }
  }
  return bits;
}

const THREES: readonly (readonly number[])[] = [
  [0, 1, 2],
  [1, 2, 3],
  [3, 2, 1],
  [2, 1, 0],
  [3, 0, 1],
  [2, 3, 0],
];

/** Three octets: following each other, or three numbers that chance would hardly make. */
function threeOctets(octets: Octets, form: NameForm): Encoding | undefined {
  for (const order of THREES) {
    const values = order.map((index) => octets[index] ?? 0);
    if (values.filter((value) => value > 9).length < 1) continue;
    if (spelled(values, form.runs)) return three(values);
  }
  const bits = matched(octets, form.runs);
  const indices = [0, 1, 2, 3].filter((index) => bits & (1 << index));
  if (indices.length !== 3) return undefined;
  const values = indices.map((index) => octets[index] ?? 0);
  return values.filter((value) => value > 9).length >= 2 ? three(values) : undefined;
}

function three(values: readonly number[]): Encoding {
  return { level: 'part', text: phrase`holds the octets ${values[0]}, ${values[1]} and ${values[2]} of the address` };
}

/**
 * The second half of the address as two numbers, at most three characters apart. One of a single digit may be a rack's or
 * a floor's beside a host that has the number of its address: then a word is needed, or nothing else in their label.
 */
function twoOctets(octets: Octets, form: NameForm): Encoding | undefined {
  const [, , c, d] = octets;
  if (c < 10 && d < 10) return undefined;
  const { runs } = form;
  for (let i = 0; i + 1 < runs.length; i++) {
    const left = runs[i];
    const right = runs[i + 1];
    if (!left || !right || right.start - left.end > 3 || left.text.length > 3 || right.text.length > 3) continue;
    const level = (c > 9 && d > 9) || isAlone(form.name, left, right) ? 'pair' : 'loose';
    if (left.value === c && right.value === d) return { level, text: phrase`encodes the octets ${c} and ${d}` };
    if (left.value === d && right.value === c)
      return { level, text: phrase`encodes the octets ${d} and ${c}, reversed` };
  }
  return undefined;
}

/** Whether two numbers and what is between them fill their labels. */
function isAlone(name: string, left: DigitRun, right: DigitRun): boolean {
  const isStart = left.start === 0 || name.charCodeAt(left.start - 1) === 46;
  return isStart && right.start - left.end === 1 && (name.charCodeAt(right.end) || 46) === 46;
}

/** Forms short enough to come about by chance: half an address run together, in hexadecimal, or its first half. */
function looseForms(octets: Octets, form: NameForm): Encoding | undefined {
  const [a, b, c, d] = octets;
  const padded = (value: number) => String(value).padStart(3, '0');
  const hex = ((c << 8) | d).toString(16).padStart(4, '0');
  for (const run of form.runs) {
    if (run.text === padded(c) + padded(d) || run.text === padded(d) + padded(c)) {
      const isAll = c > 9 && d > 9 && run.label === 0 && /^[a-z]?\d{6}\./.test(form.name);
      return { level: isAll ? 'pair' : 'loose', text: phrase`encodes the octets ${c} and ${d}, run together` };
    }
  }
  if (/[a-f]/.test(hex) && /[0-9]/.test(hex) && bounded(form.name.slice(0, form.end), hex)) {
    return { level: 'loose', text: phrase`encodes the octets ${c} and ${d} in hexadecimal, ${hex}` };
  }
  if (c > 9 && d > 9 && c !== d && (matched(octets, form.runs) & 12) === 12) {
    return { level: 'loose', text: phrase`encodes the octets ${c} and ${d}` };
  }
  for (let i = 0; i + 1 < form.runs.length; i++) {
    const left = form.runs[i];
    const right = form.runs[i + 1];
    if (!left || !right || right.start - left.end > 1 || (a < 10 && b < 10)) continue;
    if (left.text.length > 3 || right.text.length > 3) continue;
    if ((left.value === a && right.value === b) || (left.value === b && right.value === a)) {
      return { level: 'loose', text: phrase`encodes the octets ${left.value} and ${right.value}` };
    }
  }
  return undefined;
}

function lastOctet(octet: number, runs: readonly DigitRun[]): Encoding | undefined {
  const run = runs.find((candidate) => candidate.value === octet && candidate.text.length <= 3);
  return run && { level: octet > 9 ? 'last' : 'digit', text: phrase`encodes the last octet ${octet}` };
}

function isSeparator(name: string, left: DigitRun | undefined, right: DigitRun): boolean {
  if (!left || right.start - left.end !== 1) return false;
  const code = name.charCodeAt(left.end);
  return code === 45 || code === 46 || code === 95 || code === 120;
}

function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexCode(code: number): boolean {
  return isDigitCode(code) || (code >= 97 && code <= 102);
}
