import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import { verifiedText } from '../report/verified-text.ts';
import { verifyZone } from '../rules/engine/verify-zone.ts';
import type { VerifySignaturesParams, VerifySignaturesResult } from '../shared/checkers-protocol.ts';
import { rootsOf } from '../workspace/roots.ts';
import type { Session } from './session.ts';

/** The longest that a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;
/** Milliseconds of work at a stretch before messages are looked at. */
const SLICE = 8;

/** Verifies the signatures of a file's zones, in slices; the findings come with the next reports. */
export async function verifySignatures(
  session: Session,
  { uri }: VerifySignaturesParams,
  token: CancellationToken,
): Promise<VerifySignaturesResult> {
  const checker = await session.host.signatures?.();
  if (!checker)
    return nothing(
      phrase`Not here: signatures are verified by the editor on the desktop and by "zonewright check --verify", not in the browser`,
    );
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(uri);
  const roots = file ? rootsOf(file).filter(({ apex, isGuest }) => apex !== NO_NAME && !isGuest) : [];
  if (roots.length === 0) return nothing(phrase`This file is no zone that is known`);
  const rest = resting(session, token);
  const texts: string[] = [];
  let wrong = 0;
  for (const root of roots) {
    const result = await verifyZone(root, session.store, { checker, rest });
    if (result === 'cancelled') throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const text = verifiedText(result);
    if (text !== undefined) texts.push(`${undotted(session.store.names.text(root.apex))}: ${text}`);
    if (typeof result === 'string') continue;
    wrong += result.bad.length;
    session.verified.put(root, result);
  }
  session.changed();
  return texts.length > 0
    ? { zones: texts, wrong }
    : nothing(phrase`The zone has no signatures: it is not signed, or its server signs it`);
}

function nothing(problem: string): VerifySignaturesResult {
  return { problem, zones: [], wrong: 0 };
}

/** Rests where a slice of time is over; false once the client wants no answer any more. */
function resting({ host }: Session, token: CancellationToken): () => Promise<boolean> {
  let end = host.now() + SLICE;
  return async () => {
    if (host.now() < end) return true;
    await new Promise<void>((resolve) => host.soon(resolve));
    end = host.now() + SLICE;
    return !token.isCancellationRequested;
  };
}
