import { joinedSource, type SourceText } from '../text/source.ts';
import type { SourceFile } from './instance.ts';

/** All of a file's text, whether it is cut into blocks or not: where it was edited a copy, which is kept until the next edit. */
export function sourceOf(file: SourceFile): SourceText {
  const { document, pending } = file;
  file.source ??= pending ? joinedSource([document.source, pending.source]) : document.source;
  return file.source;
}

/** The units of all of a file's text. */
export function lengthOf({ document, pending }: SourceFile): number {
  return document.length + (pending?.length ?? 0);
}
