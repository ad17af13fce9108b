import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { raisedSerial } from '../edits/serial.ts';
import type { AddressAction } from '../features/hover/address.ts';
import { hover } from '../features/hover.ts';
import { networkOf, networkOfPart, networkText } from '../features/network.ts';
import { renumberSpot } from '../features/renumber-spot.ts';
import { wordAt } from '../features/row.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { knownRule } from '../report/known-rule.ts';
import { commands } from '../shared/commands.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { openRulePage } from './rule-actions.ts';
import type { Session } from './session.ts';

/** The editor's own command for F2: it asks for the new name at the cursor. */
const RENAME = 'editor.action.rename';

/** What is offered for an address beside a fix, which its finding has. */
const OFFERED: Readonly<Partial<Record<AddressAction, readonly [title: string, command: string]>>> = {
  'create-reverse-zone': [laterPhrase`Create the reverse zone for this address`, commands.createReverseZone],
  'copy-request': [laterPhrase`Copy a PTR request for the provider`, commands.copyPtrRequest],
  'check-live': [laterPhrase`Check live`, commands.checkLive],
};

/**
 * What commands do with the address, the serial or the rule at the cursor, where a person asks for actions: nothing needs
 * to be wrong there. The extension alone has most of these commands.
 */
export function placeActions(session: Session, file: SourceFile, params: CodeActionParams): CodeAction[] {
  const { triggerKind, only } = params.context;
  const kind = CodeActionKind.RefactorRewrite;
  if (triggerKind === CodeActionTriggerKind.Automatic) return [];
  if (only && !only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))) return [];
  const found = [...ofSerial(session, file, params), ...ofRule(session, file, params)];
  if (session.client.isExtension) found.push(...ofAddress(session, file, params));
  return found.map((action) => ({ kind, ...action }));
}

type PlaceAction = Pick<CodeAction, 'title' | 'command'>;

function ofSerial(
  session: Session,
  file: SourceFile,
  { range, textDocument: { uri } }: CodeActionParams,
): PlaceAction[] {
  const { engine } = session.features;
  const row = wordAt(engine.store, file, range.start)?.row;
  const instance = row?.block.instance;
  const zone = instance?.zone;
  if (row?.typeCode !== TYPE_SOA || !zone || row.ownerName !== zone.apex) return [];
  const change = raisedSerial(engine.context(zone.view), zone);
  if (change.kind !== 'raised') return [];
  const title = phrase`Bump serial to ${change.to}`;
  return [{ title, command: { title, command: commands.bumpSerial, arguments: [{ uri }] } }];
}

/** The pages of the rules that a comment on the line names. */
function ofRule(session: Session, file: SourceFile, { range }: CodeActionParams): PlaceAction[] {
  const { line } = range.start;
  const comments = session.reporter.suppressions.comments(file).filter((comment) => comment.line === line);
  const ids = new Set(comments.flatMap(({ rules }) => rules).filter((id) => knownRule(id)));
  return [...ids].flatMap((id) => openRulePage(session, id));
}

function ofAddress(
  session: Session,
  file: SourceFile,
  { range, textDocument: { uri } }: CodeActionParams,
): PlaceAction[] {
  const { features } = session;
  const word = wordAt(features.engine.store, file, range.start);
  const spot = word && renumberSpot(features, word, range.start);
  const found: PlaceAction[] = [];
  if (spot) {
    const part = networkOf(spot.text) ? undefined : networkOfPart(spot.text);
    const title = phrase`Renumber ${part ? networkText(part) : spot.text} and its PTR records...`;
    found.push({ title, command: { title, command: RENAME } });
  }
  for (const action of hover(features, file, range.start)?.actions ?? []) {
    const [text, command] = OFFERED[action] ?? [];
    if (text === undefined || command === undefined) continue;
    const title = translated(text);
    found.push({ title, command: { title, command, arguments: [{ uri, position: range.start }] } });
  }
  return found;
}
