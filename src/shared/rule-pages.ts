/**
 * The name of the file beside the programs that holds the pages of all rules: a package of hundreds of small files is
 * larger, and slower to unpack. The build writes it: each page behind an anchor on a line of its own.
 */
export const RULE_PAGES = 'rules.md';

const ANCHOR = /^<a id="([A-Za-z0-9-]+)"><\/a>\n\n/gm;

/** A page in that file. */
interface PlacedPage {
  /** The line that it begins on, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** The pages in the text of that file, by their names. */
export function pagesIn(joined: string): ReadonlyMap<string, PlacedPage> {
  const pages = new Map<string, PlacedPage>();
  const anchors = [...joined.matchAll(ANCHOR)];
  let line = 1;
  let counted = 0;
  for (const [index, anchor] of anchors.entries()) {
    const begin = anchor.index + anchor[0].length;
    line += joined.slice(counted, begin).split('\n').length - 1;
    counted = begin;
    const end = anchors[index + 1]?.index ?? joined.length;
    pages.set(anchor[1] ?? '', { line, text: joined.slice(begin, end).replace(/\n\n$/, '\n') });
  }
  return pages;
}
