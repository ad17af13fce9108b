import { phrase } from '../language/phrase.ts';
import type { NameForm } from './form.ts';
import { FALSE_TOP_LABELS, PLACEHOLDER_HEADS, PLACEHOLDER_TAILS } from './words.ts';

/** A name that stands for no name: how sure that is, and half a sentence on why. */
export interface Placeholder {
  readonly confidence: 'high' | 'medium' | 'low';
  readonly evidence: string;
}

/** Looks for a first label in place of a name: `hosted-by`, `no-reverse-dns-set`, or `no.rdns` over two labels. */
export function placeholderOf(form: NameForm): Placeholder | undefined {
  const [first = '', second = ''] = form.labels;
  const top = form.labels.at(-1) ?? '';
  if (FALSE_TOPS.has(top)) return { confidence: 'high', evidence: phrase`ends in "${top}", which is no domain` };
  if (first === 'localhost') return { confidence: 'high', evidence: phrase`is that of a host for itself` };
  if (form.hostLabels === 0) return undefined;
  if (isPlaceholder(first)) return AMBIGUOUS.has(first) ? ambiguous(form, first) : begins(first);
  if (form.hostLabels > 1 && HEADS.has(first) && isPlaceholder(`${first}-${second}`))
    return begins(`${first}.${second}`);
  return undefined;
}

/** Whether a label is made of the words of placeholders alone. */
export function isPlaceholder(label: string): boolean {
  if (label.includes('by') && BY.test(label)) return true;
  const words = label.split('-');
  const heads = words.filter((word) => HEADS.has(word));
  if (heads.length === 0 || (words.length === 1 && LEANING.has(label))) return false;
  return words.every((word) => HEADS.has(word) || TAILS.has(word));
}

function begins(label: string): Placeholder {
  return { confidence: 'medium', evidence: phrase`begins with the placeholder "${label}"` };
}

/** A word that people also give to hosts: alone below the domain, or before labels that count. */
function ambiguous(form: NameForm, label: string): Placeholder | undefined {
  const isCounted = form.labels.slice(1, form.hostLabels).some((other) => /\d/.test(other));
  if (form.hostLabels > 1 && !isCounted) return undefined;
  return { ...begins(label), confidence: 'low' };
}

const BY = /^(?:host(?:ed|ing)?|powered|provided|operated|managed)-?by(?:-|$)/;
const HEADS: ReadonlySet<string> = new Set(PLACEHOLDER_HEADS);
const TAILS: ReadonlySet<string> = new Set(PLACEHOLDER_TAILS);
const FALSE_TOPS: ReadonlySet<string> = new Set(FALSE_TOP_LABELS);
/** Heads that mean nothing alone. */
const LEANING: ReadonlySet<string> = new Set(
  'no not sem sin default ip pool dhcp hosted hosting managed operated powered provided'.split(' '),
);
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'available',
  'customer',
  'customers',
  'cust',
  'reserved',
  'reverse',
  'spare',
  'static',
  'subscriber',
]);
