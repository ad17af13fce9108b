import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { touches } from '../edits/edit-set.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { numberedFixes } from '../report/fixes.ts';
import type { Shown } from '../report/shown.ts';
import { silenceLine } from '../report/silence.ts';
import { ptrReverseZoneMissing } from '../rules/pairs/ptr-reverse-zone-missing.ts';
import { ruleOf } from '../rules/registry.ts';
import type { Fix } from '../rules/rule.ts';
import { originUnknown } from '../rules/text/text-rules.ts';
import { commands } from '../shared/commands.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { type FindingData, type FixData, findingData, fixAgain, fixData, isSame, isThere } from './action-data.ts';
import { addressCommands } from './client-commands.ts';
import { configurationActions } from './configuration-actions.ts';
import { doneCommand, noteDone } from './done.ts';
import { workspaceEdit } from './edits.ts';
import { allFixes, NOTHING_FOUND } from './fix-all.ts';
import { mapActions } from './map-actions.ts';
import { placeActions } from './place-actions.ts';
import { type RefactorData, refactorActions, refactorKinds, resolveRefactoring } from './refactor-actions.ts';
import { diagnosticOf, MOST_DIAGNOSTICS } from './reports.ts';
import { disableEverywhere, disableInFile, openRulePage } from './rule-actions.ts';
import type { Session } from './session.ts';
import { inSlices } from './slices.ts';
import { pathOfUri } from './uri.ts';

/** All safe fixes of a file at once. */
const FIX_ALL = 'source.fixAll.zonewright';

/** The kinds of actions that the server offers. */
export const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL, ...refactorKinds];

/** What an action carries so that its edit can be made from the texts as they are when it is chosen. */
type ActionData =
  | (FixData & { readonly kind: 'fix'; readonly uri: string })
  | (FindingData & { readonly kind: 'silence'; readonly uri: string; readonly line: number })
  | RefactorData
  | { readonly kind: 'all'; readonly uri: string };

/** What is asked, and of which file. */
interface Asked {
  readonly session: Session;
  readonly file: SourceFile;
  readonly params: CodeActionParams;
}

/** The fixes of the findings at a place, a way to silence each, and all safe fixes where those are asked for. */
export async function codeActions(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  if (!session.client.codeLiterals) return null;
  // Who asks for fixes has paused; an editor that looks by itself whether there are any has not.
  if (params.context.triggerKind !== CodeActionTriggerKind.Automatic) session.calm.end();
  await session.ready(token);
  const { uri } = params.textDocument;
  if (session.project.configurations.text(pathOfUri(uri)) !== undefined)
    return wants(params, CodeActionKind.QuickFix) ? configurationActions(session, pathOfUri(uri), params) : [];
  const file = session.file(uri);
  if (!file) return null;
  const asked: Asked = { session, file, params };
  const actions: CodeAction[] = [];
  if (wants(params, CodeActionKind.QuickFix)) {
    const shown = session.reporter
      .most(file, MOST_DIAGNOSTICS)
      .picked.filter((item) => touches(item.range, params.range));
    for (const item of shown) actions.push(...fixActions(asked, item));
    for (const item of shown) {
      if (item.rule !== originUnknown.id) continue;
      const maps = await mapActions(session, file, uri);
      actions.push(...maps.map((map) => ({ ...about(asked, item, map.title), ...map })));
    }
    actions.push(...(await aboutRules(asked, shown)));
    actions.push(...addressCommands(session, file, { uri, position: params.range.start }));
  }
  const titles = new Set(actions.map(({ title }) => title));
  actions.push(...placeActions(session, file, params).filter(({ title }) => !titles.has(title)));
  actions.push(...(await inSlices(session, { file, token }, refactorActions(session, file, params))));
  if (params.context.only && wants(params, FIX_ALL)) actions.push(...fixAllAction(session, file, params));
  return actions;
}

/** Makes the edit of an action that was chosen. A finding that is gone has none. */
export async function resolveCodeAction(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  await session.ready(token);
  const data = action.data as ActionData | undefined;
  // What has all that it takes is as it is.
  if (!data) return action;
  const file = session.file(data.uri);
  if (!file) throw outdated(action);
  if (data.kind === 'all')
    return { ...action, edit: editAll(session, file), command: doneCommand(session, file, action.title) };
  if (data.kind === 'refactor') {
    const sliced = { file, about: 'workspace', token } as const;
    return { ...action, edit: await inSlices(session, sliced, resolveRefactoring(session, file, data)) };
  }
  const edits = editsOf(session, file, data);
  if (!edits) throw outdated(action);
  noteDone(session, file, { title: action.title, edits });
  return {
    ...action,
    ...(data.kind === 'fix' && !takesCommands(session)
      ? afterwards(session, file, { title: action.title, edits })
      : {}),
    edit: workspaceEdit(session, edits, { title: action.title, home: file.path }),
  };
}

/**
 * Whether an action may have a command beside the edit that it has or will have. Emacs resolves none that has a command,
 * and ALE runs the command and passes over the edit: other editors get it with the edit that they have asked for, or not
 * at all.
 */
function takesCommands({ client }: Session): boolean {
  return client.isExtension;
}

function outdated({ title }: CodeAction): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, phrase`"${title}" no longer fits: the text has changed`);
}

function editsOf(
  session: Session,
  file: SourceFile,
  data: Exclude<ActionData, RefactorData | { kind: 'all' }>,
): Fix['edits'] | undefined {
  switch (data.kind) {
    case 'fix':
      return fixAgain(session, file, data)?.edits;
    case 'silence':
      return isThere(session, file, data) ? [{ file, edits: [silenceLine(file, data.line, data.rule)] }] : undefined;
  }
}

function fixActions(asked: Asked, shown: Shown): CodeAction[] {
  const { session, file, params } = asked;
  const { uri } = params.textDocument;
  const actions: CodeAction[] = [];
  let hasPreferred = false;
  const numbered = numberedFixes(session.engine, shown);
  for (const one of numbered) {
    const { fix } = one;
    const { title, refused } = fix;
    if (refused !== undefined) {
      if (session.client.disabledActions)
        actions.push({ ...about(asked, shown, title), disabled: { reason: refused } });
      continue;
    }
    const isPreferred: boolean = fix.preferred === true && !hasPreferred;
    hasPreferred ||= isPreferred;
    actions.push({
      ...about(asked, shown, title),
      ...(isPreferred ? { isPreferred } : {}),
      ...(takesCommands(session) ? afterwards(session, file, fix) : {}),
      ...(session.client.lazyEdits
        ? { data: { kind: 'fix', uri, ...fixData(session, file, one) } satisfies ActionData }
        : { edit: workspaceEdit(session, fix.edits, { title, home: file.path }) }),
    });
  }
  if (session.client.isExtension && numbered.some(({ fix }) => isForNsupdate(fix)))
    actions.push(nsupdateCommand(asked, shown));
  if (shown.rule === ptrReverseZoneMissing.id && session.client.isExtension)
    actions.push(...reverseZoneCommands(asked, shown));
  return actions;
}

/** A fix of other files than the one at hand ends with a word on what was done there. */
function afterwards(
  session: Session,
  file: SourceFile,
  { title, edits }: Pick<Fix, 'title' | 'edits'>,
): { command?: Command } {
  if (edits.every((edit) => edit.file === file)) return {};
  if (!session.client.lazyEdits) noteDone(session, file, { title, edits });
  return { command: doneCommand(session, file, title) };
}

/** Whether a fix may not be made because the zone's server writes its file itself. */
function isForNsupdate({ refused }: { readonly refused?: string | undefined }): boolean {
  return refused?.includes('nsupdate') === true;
}

/** What no fix may write into a dynamic zone, nsupdate does: its script is a command of the extension. */
function nsupdateCommand(asked: Asked, shown: Shown): CodeAction {
  const title = phrase`Copy a script for nsupdate that sets the PTR record`;
  const place = { uri: asked.params.textDocument.uri, position: shown.range.start };
  return {
    ...about(asked, shown, title),
    command: { title, command: commands.copyNsupdate, arguments: [place] },
  };
}

/** What can be done about an address whose reverse zone is not held is done by commands of the extension. */
function reverseZoneCommands(asked: Asked, shown: Shown): CodeAction[] {
  const place = { uri: asked.params.textDocument.uri, position: shown.range.start };
  return [
    [phrase`Create the reverse zone for this address`, commands.createReverseZone] as const,
    [phrase`Copy a PTR request for the provider`, commands.copyPtrRequest] as const,
  ].map(([title, command]) => ({
    ...about(asked, shown, title),
    command: { title, command, arguments: [place] },
  }));
}

/** Ways to hear less of rules, and more about them: each rule once. */
async function aboutRules(asked: Asked, shown: readonly Shown[]): Promise<CodeAction[]> {
  const { session, file } = asked;
  const silent = shown.filter(maySilence);
  const actions = silent.map((item) => silenceAction(asked, item));
  const firsts = [...new Map(shown.map((item) => [item.rule, item])).values()];
  for (const item of firsts) {
    const { rule } = item;
    const ways = silent.some((one) => one.rule === rule)
      ? [disableInFile(session, file, rule), ...(await disableEverywhere(session, file, rule))]
      : [];
    for (const way of [...ways, ...openRulePage(session, rule)])
      actions.push({ ...about(asked, item, way.title), ...way });
  }
  return actions;
}

/** What servers refuse the zone for is fixed, not silenced; and a finding is silenced where it counts. */
function maySilence({ rule, severity, primary, finding }: Shown): boolean {
  if (!primary) return false;
  const known = ruleOf(rule);
  const stopsZone = known?.refused !== undefined || (!finding && known?.leavesRecords !== true);
  return severity !== 'error' || !stopsZone;
}

function silenceAction(asked: Asked, shown: Shown): CodeAction {
  const { session, file, params } = asked;
  const { uri } = params.textDocument;
  const { rule, range } = shown;
  const title = phrase`Disable ${rule} for this line`;
  const { line } = range.start;
  const edits = [{ file, edits: [silenceLine(file, line, rule)] }];
  return {
    ...about(asked, shown, title),
    ...(session.client.lazyEdits
      ? { data: { kind: 'silence', uri, line, ...findingData(session, file, shown) } satisfies ActionData }
      : { edit: workspaceEdit(session, edits, { title, home: file.path }) }),
  };
}

/** All safe fixes; where there are none, a person who asks for them hears why. */
function fixAllAction(session: Session, file: SourceFile, params: CodeActionParams): CodeAction[] {
  const { uri } = params.textDocument;
  const all = allFixes(session, file);
  const isAsked =
    params.context.triggerKind === CodeActionTriggerKind.Invoked && all.said !== translated(NOTHING_FOUND);
  if (all.edits.length === 0 && !isAsked) return [];
  const title = translated(FIX_ALL_TITLE);
  const command = doneCommand(session, file, title);
  const action: CodeAction = { title, kind: FIX_ALL, ...(takesCommands(session) ? { command } : {}) };
  if (session.client.lazyEdits) return [{ ...action, data: { kind: 'all', uri } satisfies ActionData }];
  return [{ ...action, edit: editAll(session, file) }];
}

function editAll(session: Session, file: SourceFile): WorkspaceEdit {
  const { edits, said } = allFixes(session, file);
  noteDone(session, file, { title: translated(FIX_ALL_TITLE), edits, said });
  return workspaceEdit(session, edits, { title: translated(FIX_ALL_TITLE), home: file.path });
}

const FIX_ALL_TITLE = laterPhrase`Fix all that is safe to fix`;

function about(
  { session, file, params }: Asked,
  shown: Shown,
  title: string,
): Pick<CodeAction, 'title' | 'kind' | 'diagnostics'> {
  const known = params.context.diagnostics.find((diagnostic) => isAbout(diagnostic, shown));
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [known ?? diagnosticOf(session, shown, file.version)] };
}

function isAbout(diagnostic: Diagnostic, shown: Shown): boolean {
  return diagnostic.code === shown.rule && isSame(diagnostic.range, shown.range);
}

/** Whether an action of this kind is asked for: `source` asks for `source.fixAll.zonewright` too. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
