import type { CodeLens, CodeLensParams, Command, ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver';
import { NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { addMissingPointers, addPointerOf, type Bulk, bumpSerials } from '../features/bulk.ts';
import { type Lens, lenses } from '../features/lenses.ts';
import { addMailRecords } from '../features/mail-records.ts';
import { newReverseZone } from '../features/new-zone.ts';
import { addressAt, pointerRequest } from '../features/pointer-request.ts';
import { reverseZonesOfFile, zonesOfFile } from '../features/status.ts';
import { exportZone, importZone } from '../features/zone-json.ts';
import { explainOrigin } from '../features/zone-origin.ts';
import { phrase } from '../language/phrase.ts';
import { NOT_LOADED } from '../project/claim.ts';
import { originsOf } from '../report/origin-report.ts';
import { commands } from '../shared/commands.ts';
import type {
  AddMailRecordsParams,
  CreateReverseZoneParams,
  CreateReverseZoneResult,
  DocumentParams,
  DocumentStatus,
  DoneParams,
  EditResult,
  ExplainZoneResult,
  ExportJsonResult,
  ImportJsonParams,
  ImportJsonResult,
  KnownZonesParams,
  KnownZonesResult,
  PtrRequestResult,
  ReverseZonesResult,
  ScopeParams,
} from '../shared/protocol.ts';
import type { Position } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { tell } from './client-answers.ts';
import { tellDone } from './done.ts';
import { applyEdit, type EditOptions, workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';

/** The commands that the server runs itself for clients that do not have them. */
export const serverCommands = [
  commands.bumpSerial,
  commands.addMissingPtrs,
  commands.createReverseZone,
  commands.copyPtrRequest,
  commands.tellDone,
] as const;

/** The longest that a command of a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;

/** The result of a command, before it is sent. */
interface MadeEdit extends EditResult {
  readonly edit: WorkspaceEdit;
}

/** What is known of a document's zones. */
export async function provideStatus(session: Session, params: DocumentParams): Promise<DocumentStatus> {
  await session.ready();
  const file = session.file(params.uri);
  const { project, store, loop } = session;
  const zones = file ? zonesOfFile(session.features, file) : [];
  const isUnknown = file !== undefined && zones.length === 0;
  return {
    zones,
    proposals: isUnknown ? originsOf(project, file).map(undotted) : [],
    isAmbiguous: isUnknown && project.claims(file.path).some(({ source }) => source === 'ambiguous'),
    views: [...store.views.keys()].filter((view) => view !== '' && view !== NOT_LOADED).sort(),
    loading: !loop.isChecked,
  };
}

/** The documents that are zone files whatever they are named and hold: declared, mapped, or included by a zone. */
export async function knownZones(session: Session, params: KnownZonesParams): Promise<KnownZonesResult> {
  await session.ready();
  return { uris: params.uris.filter((uri) => isNamedAsZone(session, uri)) };
}

function isNamedAsZone(session: Session, uri: string): boolean {
  const file = session.file(uri);
  if (!file) return false;
  if (file.instances.some(({ parent }) => parent !== undefined)) return true;
  const claims = session.project.claims(file.path);
  return claims.some(({ source }) => source === 'configuration' || source === 'setting');
}

/** Which zone a document is, and why. */
export async function explainZone(session: Session, params: DocumentParams): Promise<ExplainZoneResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  return { text: file ? explainOrigin(session.features, file) : null };
}

/** The PTR records that are missing, of the workspace, a file's zones or an address; each edit is to be looked at. */
export async function addMissingPtrs(session: Session, params: ScopeParams): Promise<MadeEdit> {
  await session.loop.whenSettled(PATIENCE);
  const file = params.uri === undefined ? undefined : session.file(params.uri);
  const bulk =
    file && params.position
      ? pointerAt(session, file, params.position)
      : addMissingPointers(session.features, session.reporter, file);
  return editResult(session, bulk, {
    title: phrase`Add missing PTR records`,
    review: phrase`Untick what is not wanted, then apply`,
  });
}

function pointerAt(session: Session, file: SourceFile, position: Position): Bulk {
  const address = addressAt(session.features, file, position);
  if (address === NO_NAME)
    return { edits: [], count: 0, refused: [phrase`There is no address here: the text has changed`] };
  return addPointerOf(session.engine, session.reporter, { file, address });
}

/** Raises the serials of a file's zones. */
export async function bumpSerial(session: Session, params: ScopeParams): Promise<MadeEdit> {
  await session.loop.whenSettled(PATIENCE);
  const file = params.uri === undefined ? undefined : session.file(params.uri);
  if (!file) return { edit: {}, count: 0, refused: [phrase`This file is no zone that is known`] };
  return editResult(session, bumpSerials(session.features, file), { title: phrase`Bump serial` });
}

/** The records of mail that the zone of a file lacks. */
export async function addMailRecordsOf(session: Session, params: AddMailRecordsParams): Promise<MadeEdit> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  if (!file) return { edit: {}, count: 0, refused: [phrase`This file is no zone that is known`] };
  return editResult(session, addMailRecords(session.features, file, params.choice), {
    title: phrase`Add mail records`,
    home: file.path,
    review: phrase`Untick what is not wanted, then apply`,
  });
}

/** The text of a request for a PTR record. */
export async function ptrRequest(session: Session, params: DocumentParams): Promise<PtrRequestResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  const { position } = params;
  return { text: (file && position && pointerRequest(session.features, file, position)) ?? null };
}

/** A reverse zone that is not there yet: its file and what declares it. */
export async function createReverseZone(
  session: Session,
  params: CreateReverseZoneParams,
): Promise<CreateReverseZoneResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  if (!file?.instances.some(({ zone }) => zone !== undefined))
    return { problem: phrase`Nothing tells which zone this file is`, isUnmapped: true };
  const made = newReverseZone(session.features, file, params);
  if ('refused' in made) return { problem: made.refused };
  const { zone, path, text, stanza, configuration, delegation, networks } = made;
  return {
    zone,
    uri: session.uri(path),
    text,
    stanza: configuration ? `\n${stanza}` : stanza,
    ...(configuration ? { configuration: { uri: session.uri(configuration.path), ...configuration.at } } : {}),
    ...(delegation === undefined ? {} : { delegation }),
    ...(networks ? { networks } : {}),
  };
}

/** The reverse zones that are held for the addresses of a file's zones. */
export async function reverseZones(session: Session, params: DocumentParams): Promise<ReverseZonesResult> {
  await session.ready();
  const file = session.file(params.uri);
  const zones = file ? reverseZonesOfFile(session.features, file) : [];
  return { zones: zones.map(({ zone, path }) => ({ zone, uri: session.uri(path) })) };
}

/** A zone as JSON. */
export async function exportJson(session: Session, params: DocumentParams): Promise<ExportJsonResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  return file ? exportZone(session.features, file) : { problem: phrase`This file is no zone that is known` };
}

/** A zone from JSON. */
export function importJson(session: Session, params: ImportJsonParams): ImportJsonResult {
  return importZone(params.json, session.settings.format);
}

/** What can be done with a zone, above its SOA. */
export async function provideLenses(session: Session, params: CodeLensParams): Promise<CodeLens[] | null> {
  await session.ready();
  const { uri } = params.textDocument;
  const file = session.file(uri);
  if (!file) return null;
  return lenses(session.features, session.reporter, file).map((lens) => ({
    range: lens.range,
    command: commandOf(session, lens, uri),
  }));
}

/** Runs a command for a client that does not have it: the edit is applied at once. */
export async function executeCommand(session: Session, params: ExecuteCommandParams): Promise<unknown> {
  if (params.command === commands.tellDone) {
    const done = params.arguments?.[0] as DoneParams | undefined;
    if (done) tellDone(session, done).catch((error) => session.log('telling what was done', error));
    return null;
  }
  const scope = scopeOf(params.arguments?.[0]);
  const result = await resultOf(session, params.command, scope);
  if (!result) return null;
  for (const reason of result.refused) tell(session, 'warning', reason);
  if (result.count > 0) await applyEdit(session, { edit: result.edit });
  return result.count;
}

function resultOf(session: Session, command: string, scope: ScopeParams): Promise<MadeEdit> | undefined {
  if (command === commands.bumpSerial) return bumpSerial(session, scope);
  if (command === commands.addMissingPtrs) return addMissingPtrs(session, scope);
  return undefined;
}

/** A URI, or an object with one, as clients write it by hand. */
function scopeOf(argument: unknown): ScopeParams {
  if (typeof argument === 'string') return { uri: argument };
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return {};
  return typeof argument.uri === 'string' ? { uri: argument.uri } : {};
}

function commandOf(session: Session, { does, title }: Lens, uri: string): Command {
  const place: DocumentParams = { uri };
  switch (does) {
    case 'bump-serial':
      return { title, command: commands.bumpSerial, arguments: [place] };
    case 'add-missing':
      return { title, command: commands.addMissingPtrs, arguments: [place] };
    case 'reverse-zones':
      return { title, command: session.client.isExtension ? commands.showReverseZones : '', arguments: [place] };
  }
}

function editResult(session: Session, { edits, count, refused }: Bulk, options: EditOptions): MadeEdit {
  return { edit: workspaceEdit(session, edits, options), count, refused };
}
