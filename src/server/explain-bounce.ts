import type { HeldAddress } from '../features/bounce-held.ts';
import { type ExplainedRejection, explainRejections } from '../features/bounce-report.ts';
import { fixesOf } from '../report/fixes.ts';
import type { BounceHeld, BounceRejection, ExplainBounceParams, ExplainBounceResult } from '../shared/protocol.ts';
import { workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';

/** The longest that a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;

/** What a mail rejection claims, what the held zones say of it, and the fixes of what is found. */
export async function explainBounce(session: Session, { text }: ExplainBounceParams): Promise<ExplainBounceResult> {
  await session.loop.whenSettled(PATIENCE);
  const explained = explainRejections(session.features, session.reporter, String(text));
  return { rejections: explained.map((item) => rejectionOf(session, item)) };
}

function rejectionOf(session: Session, item: ExplainedRejection): BounceRejection {
  const { rejection, held, hosts, sentences, advice } = item;
  const reply = [rejection.code, rejection.enhanced].filter((code) => code !== null).join(' ');
  const [refusal = '', ...others] = sentences;
  return {
    about: rejection.about,
    address: rejection.address,
    sentences: [reply === '' ? refusal : `${refusal} (${reply})`, ...others],
    advice,
    held: held ? heldOf(session, held) : null,
    hosts: hosts.map((host) => ({
      address: host.address,
      host: host.host,
      held: host.held ? heldOf(session, host.held) : null,
    })),
    quote: rejection.quote,
  };
}

function heldOf(session: Session, { verdict, at, shown }: HeldAddress): BounceHeld {
  const fixes = shown ? fixesOf(session.engine, shown) : [];
  return {
    verdict,
    rule: shown?.rule ?? null,
    message: shown?.message ?? null,
    uri: session.uri(at.path),
    start: at.range.start,
    end: at.range.end,
    place: `${session.label(at.path)}:${at.range.start.line + 1}`,
    fixes: fixes.flatMap(({ title, edits, refused }) =>
      refused === undefined ? [{ title, edit: workspaceEdit(session, edits, { title }) }] : [],
    ),
    refused: fixes.flatMap(({ title, refused }) => (refused === undefined ? [] : [`${title}: ${refused}`])),
  };
}
