import { translated } from '../../language/phrase.ts';
import type { Range } from '../../text/block.ts';

/** What a proposal can be looked up by, once a person looks at it. Plain data: it goes to the client and comes back. */
export type Topic =
  | { readonly kind: 'type' | 'rule' | 'snippet'; readonly name: string }
  | { readonly kind: 'word'; readonly vocabulary: string; readonly name: string }
  | { readonly kind: 'name'; readonly view: string; readonly name: string };

/** Something that can be put in the place of the word at hand. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'type' | 'name' | 'address' | 'directive' | 'class' | 'value' | 'file' | 'rule' | 'snippet';
  readonly detail?: string;
  /** What is explained when a person looks at it. */
  readonly topic?: Topic;
  /** Put in place of `range`; the label where it is left out. */
  readonly text?: string;
  /** The same with places to fill in (LSP snippet syntax), for clients that know such. */
  readonly snippet?: string;
  readonly range: Range;
  /** What the written word is compared with; the label where it is left out. */
  readonly filter?: string;
  /** What the proposals are sorted by; the label where it is left out. */
  readonly order?: string;
}

/** Proposals, and whether there are more than these. */
export interface Proposals {
  readonly items: readonly Proposal[];
  readonly isIncomplete: boolean;
}

/** Where nothing is known that may stand there. */
export const NOTHING: Proposals = { items: [], isIncomplete: false };

/** Proposals that are all there are. */
export function all(items: readonly Proposal[]): Proposals {
  return { items, isIncomplete: false };
}

/** Orders proposals as they are to be shown. */
export function byOrder({ order: a = '' }: Proposal, { order: b = '' }: Proposal): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A word that a standard gives a meaning, with the meaning. */
export interface Word {
  readonly word: string;
  /** Some words beside it in the list. */
  readonly detail: string;
  /** What is said of it when a person looks at it; the detail alone where it is left out. */
  readonly about?: string;
  /** What is written for it; the word where it is left out. */
  readonly text?: string;
}

/** Words of one kind, under the name that their explanations are found by. */
export interface Vocabulary {
  readonly name: string;
  readonly words: readonly Word[];
}

/** The words of a vocabulary as proposals, in its order. */
export function proposalsOf({ name, words }: Vocabulary, range: Range): Proposal[] {
  return words.map(({ word, detail, text }, index) => ({
    label: word,
    kind: 'value',
    detail: translated(detail),
    topic: { kind: 'word', vocabulary: name, name: word },
    range,
    order: `0${String(index).padStart(3, '0')}`,
    ...(text === undefined ? {} : { text }),
  }));
}
