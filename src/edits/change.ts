import type { TextEdit } from '../text/document.ts';
import type { InstanceBlock, SourceFile } from '../workspace/instance.ts';

/** A change of one file, against its text as it is now. */
export interface Change {
  readonly file: SourceFile;
  readonly edit: TextEdit;
}

/** Why a change can't be made, as a sentence without its full stop. */
export interface Refusal {
  readonly refused: string;
}

/** Whether a change may not be made, and says why. */
export function isRefusal<T>(outcome: T | Refusal): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}

/** Replaces a stretch of a block. */
export function replaceInBlock(block: InstanceBlock, start: number, end: number, text: string): Change {
  const { file } = block.instance;
  const { document } = file;
  const range = { start: document.positionAt(block.index, start), end: document.positionAt(block.index, end) };
  return { file, edit: { range, text } };
}
