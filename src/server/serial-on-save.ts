import {
  type DidSaveTextDocumentParams,
  TextDocumentSaveReason,
  type TextEdit,
  type WillSaveTextDocumentParams,
} from 'vscode-languageserver';
import { compareSerial } from '../dns/serial.ts';
import { bumpSerial } from '../edits/bump-serial.ts';
import { mergeChanges } from '../edits/plan.ts';
import { serialOf } from '../edits/serial.ts';
import { zonesOf } from '../edits/writable.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import { workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';
import { pathOfUri } from './uri.ts';

/** Before a person saves: the serials of the changed zones whose SOA is in the file, where the setting says always. */
export async function bumpBeforeSave(session: Session, params: WillSaveTextDocumentParams): Promise<TextEdit[]> {
  const file = session.file(params.textDocument.uri);
  if (!file || !isWanted(session, 'always') || params.reason !== TextDocumentSaveReason.Manual) return [];
  await session.ready();
  return bumpsOf(session, file)
    .filter((edit) => edit.file === file)
    .flatMap(({ edits }) => edits.map(({ range, text }) => ({ range, newText: text })));
}

/** After a file was saved: its zones whose serials stayed, in other files or where the setting says to ask. */
export async function bumpAfterSave(session: Session, params: DidSaveTextDocumentParams): Promise<void> {
  const file = session.file(params.textDocument.uri);
  const isAsked = isWanted(session, 'ask');
  const edits = file && (isAsked || isWanted(session, 'always')) ? bumpsOf(session, file) : [];
  session.baselines.saved(pathOfUri(params.textDocument.uri));
  session.changed();
  if (!file || edits.length === 0 || (isAsked && !(await agrees(session, file)))) return;
  await session.connection.workspace.applyEdit(workspaceEdit(session, edits, { title: 'Bump serial' }));
}

function isWanted({ settings }: Session, what: 'ask' | 'always'): boolean {
  return settings.serial.onSave === what;
}

/** Raises the serial of each zone of a file whose records are others than at the last commit or save. */
function bumpsOf(session: Session, file: SourceFile): readonly FileEdit[] {
  const changes = zonesOf(file)
    .filter((zone) => needsBump(session, zone))
    .flatMap((zone) => bumpSerial(session.engine.context(zone.view), zone).edits)
    .flatMap(({ file: changed, edits }) => edits.map((edit) => ({ file: changed, edit })));
  return mergeChanges(changes) ?? [];
}

function needsBump(session: Session, zone: Zone): boolean {
  const serial = serialOf(session.store, zone);
  const steps = session.baselines.zones.compare(zone);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const before = step.value;
  if (!before || before.recordsEqual || serial === undefined) return false;
  return (compareSerial(serial, before.serial) ?? 1) <= 0;
}

async function agrees(session: Session, file: SourceFile): Promise<boolean> {
  const names = zonesOf(file).map((zone) => session.store.names.text(zone.apex).replace(/\.$/, ''));
  const bump = { title: 'Bump serial' };
  const question = `${[...new Set(names)].join(', ')} has changed, and its serial has not`;
  const answer = await session.connection.window.showInformationMessage(question, bump, { title: 'Leave it' });
  return answer?.title === bump.title;
}
