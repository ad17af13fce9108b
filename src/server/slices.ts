import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { phrase } from '../language/phrase.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { SessionParts } from './session-parts.ts';

/** Milliseconds of work at a stretch before messages are looked at. */
const SLICE = 8;

/** What work is about, and who waits for it. */
export interface SlicedWork {
  /** Undefined for work on the workspace as a whole. */
  readonly file?: SourceFile;
  readonly about?: 'file' | 'workspace';
  readonly token: CancellationToken;
}

/**
 * Does work on a file, or from a file on all others, in slices, so that other messages get their turn: the steps `yield`
 * where the work may rest. Where what it is about changes meanwhile, or the client wants no answer any more, it ends with
 * an error that says so.
 */
export async function inSlices<T>(
  session: SessionParts,
  { file, about = 'file', token }: SlicedWork,
  steps: Generator<void, T>,
): Promise<T> {
  const versionNow = (): number => (file && about === 'file' ? file.version : session.version);
  const version = versionNow();
  for (;;) {
    const last = await slice(session, steps);
    if (last) return last.value;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
    if (versionNow() !== version || (file && session.store.files.get(file.path) !== file))
      throw new ResponseError(LSPErrorCodes.ContentModified, phrase`The text has changed`);
  }
}

/** Does work to its end in slices, whatever changes meanwhile. */
export async function toTheEnd<T>(session: SessionParts, steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const last = await slice(session, steps);
    if (last) return last.value;
  }
}

/** Some steps, and then the turn of others; the last one where that is reached. */
async function slice<T>({ host }: SessionParts, steps: Generator<void, T>): Promise<{ readonly value: T } | undefined> {
  const end = host.now() + SLICE;
  do {
    const step = steps.next();
    if (step.done) return step;
  } while (host.now() < end);
  await new Promise<void>((resolve) => host.soon(resolve));
  return undefined;
}
