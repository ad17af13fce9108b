import { joinedSource, type SourceText } from '../text/source.ts';
import type { SourceFile } from './instance.ts';

/** All of a file's text, whether it is cut into blocks or not: where it was edited a copy. */
export function sourceOf({ source, document, pending }: SourceFile): SourceText {
  if (source) return source;
  return pending ? joinedSource([document.source, pending.source]) : document.source;
}

/** The units of all of a file's text. */
export function lengthOf({ document, pending }: SourceFile): number {
  return document.length + (pending?.length ?? 0);
}
