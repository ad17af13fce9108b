import {
  type DidSaveTextDocumentParams,
  TextDocumentSaveReason,
  type TextEdit,
  type WillSaveTextDocumentParams,
} from 'vscode-languageserver';
import { compareSerial } from '../dns/serial.ts';
import { shownName } from '../dns/shown-name.ts';
import { bumpSerial } from '../edits/bump-serial.ts';
import { mergeChanges } from '../edits/plan.ts';
import { serialOf } from '../edits/serial.ts';
import { zonesOf } from '../edits/writable.ts';
import { phrase } from '../language/phrase.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import { applyEdit, workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';
import { pathOfUri } from './uri.ts';

/** Before a person saves: the serials of the changed zones whose SOA is in the file, where the setting says always. */
export async function bumpBeforeSave(session: Session, params: WillSaveTextDocumentParams): Promise<TextEdit[]> {
  if (session.settings.serial.onSave === 'off') return [];
  await session.ready();
  const file = session.file(params.textDocument.uri);
  if (!file || !isWanted(session, 'always') || params.reason !== TextDocumentSaveReason.Manual) return [];
  return editsOf(await bumpsOf(session, file))
    .filter((edit) => edit.file === file)
    .flatMap(({ edits }) => edits.map(({ range, text }) => ({ range, newText: text })));
}

/** After a file was saved: its zones whose serials stayed, in other files or where the setting says to ask. */
export async function bumpAfterSave(session: Session, params: DidSaveTextDocumentParams): Promise<void> {
  const { uri } = params.textDocument;
  session.openings.take(pathOfUri(uri));
  session.calm.end();
  const isAsked = isWanted(session, 'ask');
  session.baselines.saving(pathOfUri(uri));
  const bumps = isAsked || isWanted(session, 'always') ? await bumpsWhenReady(session, uri) : [];
  session.baselines.saved(pathOfUri(uri));
  session.changed();
  if (bumps.length === 0 || (isAsked && !(await agrees(session, bumps)))) return;
  const edits = editsOf(isAsked ? await asTheyAreNow(session, bumps) : bumps);
  if (edits.length > 0)
    await applyEdit(session, {
      edit: workspaceEdit(session, edits, { title: phrase`Bump serial` }),
      ...(isAsked && session.client.isExtension ? { saves: true } : {}),
    });
}

/** What was typed while the question stood has moved a serial, or raised it: that one stays. */
async function asTheyAreNow(session: Session, bumps: readonly Bump[]): Promise<readonly Bump[]> {
  await session.ready();
  return bumps.flatMap(({ zone: { view, apex }, serial }) => {
    const zone = view.zoneAt(apex);
    const bump = zone && bumpOf(session, zone);
    return bump && bump.serial === serial ? [bump] : [];
  });
}

function isWanted({ settings }: Session, what: 'ask' | 'always'): boolean {
  return settings.serial.onSave === what;
}

/** A zone whose serial is to be raised, from which one, and how. */
interface Bump {
  readonly zone: Zone;
  readonly serial: number | undefined;
  readonly edits: readonly FileEdit[];
}

function bumpOf({ engine, store }: Session, zone: Zone): Bump {
  return { zone, serial: serialOf(store, zone), edits: bumpSerial(engine.context(zone.view), zone).edits };
}

async function bumpsWhenReady(session: Session, uri: string): Promise<readonly Bump[]> {
  await session.ready();
  const file = session.file(uri);
  return file ? bumpsOf(session, file) : [];
}

/** Raises the serial of each zone of a file whose records are others than at the last commit or save. */
async function bumpsOf(session: Session, file: SourceFile): Promise<readonly Bump[]> {
  const bumps: Bump[] = [];
  for (const zone of zonesOf(file)) {
    const bump = (await needsBump(session, zone)) ? bumpOf(session, zone) : undefined;
    if (bump && bump.edits.length > 0) bumps.push(bump);
  }
  return bumps;
}

function editsOf(bumps: readonly Bump[]): readonly FileEdit[] {
  const edits = bumps.flatMap((bump) => bump.edits);
  return mergeChanges(edits.flatMap(({ file, edits }) => edits.map((edit) => ({ file, edit })))) ?? [];
}

async function needsBump(session: Session, zone: Zone): Promise<boolean> {
  const before = await session.baselines.compare(zone);
  const serial = serialOf(session.store, zone);
  if (!before || before.recordsEqual || serial === undefined) return false;
  return (compareSerial(serial, before.serial) ?? 1) <= 0;
}

async function agrees(session: Session, bumps: readonly Bump[]): Promise<boolean> {
  const names = [...new Set(bumps.map(({ zone }) => shownName(session.store.names, zone.apex)))];
  const bump = { title: phrase`Bump serial` };
  const question =
    names.length === 1
      ? phrase`${names[0]} has changed, and its serial has not`
      : phrase`${names.join(', ')} have changed, and their serials have not`;
  const answer = await session.connection.window.showInformationMessage(question, bump, { title: phrase`Leave it` });
  return answer?.title === bump.title;
}
