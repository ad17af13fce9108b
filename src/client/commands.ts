import {
  ConfigurationTarget,
  type Disposable,
  commands as editorCommands,
  env,
  Position,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { counted, laterPhrase, noun, phrase } from '../language/phrase.ts';
import { commands, settingsSection } from '../shared/commands.ts';
import {
  addMissingPtrsRequest,
  bumpSerialRequest,
  type CreateReverseZoneParams,
  type CreateReverseZoneResult,
  createReverseZoneRequest,
  type DocumentParams,
  type DocumentStatus,
  type DoneParams,
  type EditResult,
  type ExplainZoneResult,
  type ExportJsonResult,
  explainZoneRequest,
  exportJsonRequest,
  type ImportJsonResult,
  importJsonRequest,
  type PtrRequestResult,
  ptrRequestRequest,
  type ReverseZonesResult,
  reverseZonesRequest,
  statusRequest,
} from '../shared/protocol.ts';
import { compareRecords } from './compare-records.ts';
import { DoneFixes } from './done.ts';
import { explainBounce } from './explain-bounce.ts';
import { addMailRecords } from './mail-records.ts';
import { collectDiagnostics, reportProblem } from './report-problem.ts';
import { showRule } from './rule-pages.ts';
import type { RunningExtension } from './running.ts';
import { setSeverity } from './severity.ts';
import { tellUnsaved } from './unsaved.ts';
import { verifySignatures } from './verify-signatures.ts';
import { fileName } from './webview.ts';

/** A place as the server's code lenses and actions hand it to a command. */
interface Place {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
}

/** Registers all commands of the extension. */
export function registerCommands(extension: RunningExtension): Disposable[] {
  const done = new DoneFixes(extension);
  const handlers: Readonly<Record<string, (...args: never[]) => Promise<void> | void>> = {
    [commands.restart]: () => extension.restart(),
    [commands.reportProblem]: () => reportProblem(extension),
    [commands.collectDiagnostics]: () => collectDiagnostics(extension),
    [commands.showOutput]: () => extension.output.show(),
    [commands.addMissingPtrs]: (place?: Place | Uri) => addMissingPtrs(extension, place),
    [commands.bumpSerial]: (place?: Place | Uri) => bumpSerial(extension, place),
    [commands.addMailRecords]: (place?: Place | Uri) => askMailRecords(extension, place),
    [commands.createReverseZone]: (place?: Place | Uri) => createReverseZone(extension, place),
    [commands.copyPtrRequest]: (place?: Place | Uri) => copyPtrRequest(extension, place),
    [commands.explainBounce]: (text?: string) => explainBounce(extension, text),
    [commands.exportJson]: (place?: Place | Uri) => exportJson(extension, place),
    [commands.importJson]: () => importJson(extension),
    [commands.explainZone]: (place?: Place | Uri) => explainZone(extension, place),
    [commands.compareRecords]: (place?: Place | Uri) => compareRecords(extension, documentUri(place)),
    [commands.verifySignatures]: (place?: Place | Uri) => verifySignatures(extension, documentUri(place)),
    [commands.mapFile]: (place?: Place | Uri) => mapFile(extension, place),
    [commands.showRule]: (rule: string) => showRule(rule),
    // A fix ends with it: what the person answers is not waited for.
    [commands.tellDone]: (params: DoneParams) => {
      done.tell(params).catch((error) => extension.output.error(error));
    },
    [commands.showReverseZones]: (place?: Place | Uri) => showReverseZones(extension, place),
    [commands.setSeverity]: (rule: string, inForce?: string) => setSeverity(rule, inForce),
    [commands.undoFix]: () => done.undoLast(),
    [commands.redoFix]: () => done.redoLast(),
    [commands.undoBeforeFix]: () => done.undoBefore(),
  };
  return [done, ...Object.entries(handlers).map(([name, handler]) => editorCommands.registerCommand(name, handler))];
}

/** All missing PTR records of the workspace, or of the zones of a file, shown for review before anything changes. */
async function addMissingPtrs(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const scope = place instanceof Uri ? { uri: place.toString() } : (place ?? {});
  const result = await extension.ask<EditResult>(addMissingPtrsRequest, scope);
  if (result.count > 0) await applyWithPreview(extension, result);
  else if (result.refused.length === 0) void window.showInformationMessage(phrase`No PTR record is missing`);
  if (result.refused.length > 0) sayRefused(extension, result);
}

/** Whether the edit was applied: who looks at the changes may also leave them. */
async function applyWithPreview(extension: RunningExtension, result: EditResult): Promise<boolean> {
  return workspace.applyEdit(await extension.edit(result.edit), { isRefactoring: true });
}

function sayRefused(extension: RunningExtension, { refused }: EditResult): void {
  for (const reason of refused) extension.output.info(reason);
  const [first = '', ...more] = refused;
  if (more.length === 0) return void window.showWarningMessage(first);
  void window.showWarningMessage(phrase`${first} (and ${more.length} more)`, phrase`Show All`).then((choice) => {
    if (choice) extension.output.show();
  });
}

async function bumpSerial(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  const result = await extension.ask<EditResult>(bumpSerialRequest, { uri });
  if (result.count > 0) await applyAndTell(await extension.edit(result.edit));
  if (result.refused.length > 0) sayRefused(extension, result);
}

async function askMailRecords(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  await addMailRecords(extension, uri, async (result) => {
    if (result.refused.length > 0) sayRefused(extension, result);
    return result.count > 0 && (await applyWithPreview(extension, result));
  });
}

async function applyAndTell(edit: WorkspaceEdit): Promise<void> {
  await workspace.applyEdit(edit);
  void tellUnsaved(edit.entries().map(([uri]) => uri.toString()));
}

async function createReverseZone(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const params = documentParams(place);
  if (!params) return sayNoZone();
  const first = await askReverseZone(extension, params);
  if (first.problem === undefined) return chooseReverseZone(extension, params, first);
  if (first.isUnmapped) {
    const choice = await window.showWarningMessage(first.problem, phrase`Map This File`);
    return choice ? mapFile(extension, place) : undefined;
  }
  const network = await window.showInputBox({
    title: phrase`Create a Reverse Zone`,
    prompt: phrase`${first.problem}. Which network?`,
    placeHolder: phrase`192.0.2.0/24 or 2001:db8::/48`,
  });
  if (network) await makeReverseZone(extension, { ...params, network });
}

async function makeReverseZone(extension: RunningExtension, params: CreateReverseZoneParams): Promise<void> {
  const result = await askReverseZone(extension, params);
  if (result.problem !== undefined) void window.showErrorMessage(result.problem);
  else await writeReverseZone(result);
}

/** Writes the zone; of an IPv6 address the network is asked for, as nothing tells how long the prefix of a site is. */
async function chooseReverseZone(
  extension: RunningExtension,
  params: DocumentParams,
  made: CreateReverseZoneResult,
): Promise<void> {
  const { networks = [] } = made;
  if (networks.length < 2) return writeReverseZone(made);
  const items = networks.map(({ network, zone, count }) => ({
    label: network,
    description: counted(count, noun`PTR record`),
    detail: zone,
  }));
  const picked = await window.showQuickPick(items, {
    title: phrase`Create a Reverse Zone`,
    placeHolder: phrase`Which network?`,
  });
  if (picked) await makeReverseZone(extension, { ...params, network: picked.label });
}

/** A list of the reverse zones for a file's addresses: the one that is chosen is opened. */
async function showReverseZones(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  const { zones } = await extension.ask<ReverseZonesResult>(reverseZonesRequest, { uri });
  const items = zones.map((one) => ({
    label: one.zone,
    description: workspace.asRelativePath(Uri.parse(one.uri)),
    uri: one.uri,
  }));
  const picked = await window.showQuickPick(items, { title: phrase`Reverse zones for the addresses of this file` });
  if (picked) await window.showTextDocument(Uri.parse(picked.uri));
}

function askReverseZone(
  extension: RunningExtension,
  params: CreateReverseZoneParams,
): Promise<CreateReverseZoneResult> {
  return extension.ask<CreateReverseZoneResult>(createReverseZoneRequest, params);
}

async function writeReverseZone(result: CreateReverseZoneResult): Promise<void> {
  const { uri, text, stanza, configuration, zone, delegation } = result;
  if (uri === undefined || text === undefined) return;
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: false, overwrite: false, contents: new TextEncoder().encode(text) });
  const isReviewed = configuration !== undefined && stanza !== undefined;
  if (isReviewed) {
    const declared = Uri.parse(configuration.uri);
    // What is to be confirmed is shown first, and begins unticked: that of a file which is there does nothing.
    const label = phrase`Untick what is not wanted, then apply`;
    edit.createFile(declared, { ignoreIfExists: true }, { label, needsConfirmation: true });
    const at = new Position(configuration.line, configuration.character);
    edit.insert(declared, at, stanza, { label: phrase`Declare ${zone}`, needsConfirmation: false });
  }
  // A refactoring: the editor saves the configuration with the new file.
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) {
    // Who looks at the changes may also leave them.
    if (isReviewed) return;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    void window.showErrorMessage(phrase`${name} could not be created`);
    return;
  }
  await window.showTextDocument(file);
  const leftOver = [configuration ? undefined : stanza, delegation].filter((part) => part !== undefined).join('\n');
  if (leftOver === '') return;
  const choice = await window.showInformationMessage(
    configuration
      ? phrase`${zone} must be delegated: its parent zone needs the records that can be copied here`
      : phrase`${zone} is created; its server's configuration must declare it`,
    phrase`Copy`,
  );
  if (choice) await env.clipboard.writeText(leftOver);
}

async function copyPtrRequest(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const params = documentParams(place);
  if (!params) return sayNoZone();
  const { text } = await extension.ask<PtrRequestResult>(ptrRequestRequest, params);
  if (text === null) {
    void window.showInformationMessage(phrase`Put the cursor on an A or AAAA record: the request is for its address`);
    return;
  }
  await env.clipboard.writeText(text);
  void window.showInformationMessage(phrase`The request for a PTR record is on the clipboard`);
}

async function exportJson(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  const { json, problem } = await extension.ask<ExportJsonResult>(exportJsonRequest, { uri });
  if (problem !== undefined) void window.showWarningMessage(problem);
  if (json === undefined) return;
  await window.showTextDocument(await workspace.openTextDocument({ content: json, language: 'json' }));
}

async function importJson(extension: RunningExtension): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage(phrase`Open the JSON of a zone first`);
    return;
  }
  const params = { json: document.getText() };
  const { text, problem } = await extension.ask<ImportJsonResult>(importJsonRequest, params);
  if (problem !== undefined) void window.showErrorMessage(problem);
  if (text === undefined) return;
  await window.showTextDocument(await workspace.openTextDocument({ content: text, language: 'dns-zone' }));
}

/** Writes into the settings of the workspace which zone a file is. */
async function mapFile(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  const file = workspace.asRelativePath(Uri.parse(uri), false);
  const { proposals, views } = await extension.ask<DocumentStatus>(statusRequest, { uri });
  const origin = await window.showInputBox({
    title: phrase`Which zone is ${file}?`,
    value: proposals[0] ?? '',
    placeHolder: phrase`example.com or 2.0.192.in-addr.arpa`,
    validateInput: (text) =>
      /^(?:\.|(?:[^\s;()".]+\.)*[^\s;()".]+\.?)$/.test(text.trim())
        ? undefined
        : phrase`The name of the zone, such as example.com`,
  });
  if (!origin) return;
  const view = await askView(origin.trim(), views);
  if (view === undefined) return;
  const settings = workspace.getConfiguration(settingsSection, Uri.parse(uri));
  const known = settings.inspect<readonly { readonly file: string }[]>('zones');
  const hasFolder = workspace.workspaceFolders !== undefined;
  const zones = (hasFolder ? known?.workspaceValue : known?.globalValue) ?? [];
  const entry = { file, origin: origin.trim(), ...(view.trim() === '' ? {} : { view: view.trim() }) };
  const target = hasFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('zones', [...zones.filter((zone) => zone.file !== file), entry], target);
}

const NO_VIEW = laterPhrase`(no view)`;

/** The view of a zone: one of those that are known, or none; undefined where the question is left unanswered. */
async function askView(origin: string, views: readonly string[]): Promise<string | undefined> {
  const title = phrase`In which view is ${origin}?`;
  if (views.length === 0)
    return window.showInputBox({ title, prompt: phrase`Leave empty where the server has no views` });
  const picked = await window.showQuickPick([...views, NO_VIEW], { title });
  return picked === NO_VIEW ? '' : picked;
}

/** Shows which zone a file is, and why. */
async function explainZone(extension: RunningExtension, place: Place | Uri | undefined): Promise<void> {
  const uri = documentUri(place);
  if (uri === undefined) return sayNoZone();
  const { text } = await extension.ask<ExplainZoneResult>(explainZoneRequest, { uri });
  if (text === null) return sayNoZone();
  await extension.showReport({ title: phrase`Zone of ${fileName(uri)}`, about: uri, text });
}

function sayNoZone(): void {
  void window.showInformationMessage(phrase`Open a zone file first`);
}

function documentUri(place: Place | Uri | undefined): string | undefined {
  if (place instanceof Uri) return place.toString();
  return place?.uri ?? window.activeTextEditor?.document.uri.toString();
}

function documentParams(place: Place | Uri | undefined): DocumentParams | undefined {
  if (place && !(place instanceof Uri)) return place;
  const editor = editorOf(place);
  const uri = documentUri(place);
  if (uri === undefined) return undefined;
  if (!editor) return { uri };
  const { line, character } = editor.selection.active;
  return { uri, position: { line, character } };
}

function editorOf(uri: Uri | undefined): TextEditor | undefined {
  if (!uri) return window.activeTextEditor;
  return window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
}
