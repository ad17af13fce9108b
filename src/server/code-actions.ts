import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import { touches } from '../edits/edit-set.ts';
import { joinEdits, mendsOf } from '../report/mends.ts';
import type { Shown } from '../report/report.ts';
import { silenceLine } from '../report/silence.ts';
import type { Fix } from '../rules/rule.ts';
import { commands } from '../shared/commands.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { workspaceEdit } from './edits.ts';
import { mapActions } from './map-actions.ts';
import { diagnosticOf, MOST_DIAGNOSTICS } from './reports.ts';
import type { Session } from './session.ts';

/** All safe fixes of a file at once. */
export const FIX_ALL = 'source.fixAll.zonewright';

/** The kinds of actions that the server offers. */
export const codeActionKinds = [CodeActionKind.QuickFix, FIX_ALL];

/** What an action carries so that its edit can be made from the texts as they are when it is chosen. */
type ActionData =
  | {
      readonly kind: 'fix';
      readonly uri: string;
      readonly rule: string;
      readonly key: string;
      readonly range: Range;
      readonly title: string;
    }
  | {
      readonly kind: 'silence';
      readonly uri: string;
      readonly rule: string;
      readonly range: Range;
      readonly line: number;
    }
  | { readonly kind: 'all'; readonly uri: string };

/** The fixes of the findings at a place, a way to silence each, and all safe fixes where those are asked for. */
export async function codeActions(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  if (!session.client.codeLiterals) return null;
  await session.ready(token);
  const { uri } = params.textDocument;
  const file = session.file(uri);
  if (!file) return null;
  const actions: CodeAction[] = [];
  if (wants(params, CodeActionKind.QuickFix)) {
    const shown = session.reporter
      .most(file, MOST_DIAGNOSTICS)
      .picked.filter((item) => touches(item.range, params.range));
    for (const item of shown) actions.push(...fixActions(session, file, item, params));
    for (const item of shown) {
      if (item.rule !== 'origin-unknown') continue;
      const maps = await mapActions(session, file, uri);
      actions.push(...maps.map((map) => ({ ...about(session, file, item, params, map.title), ...map })));
    }
    for (const item of shown) actions.push(silenceAction(session, file, item, params));
  }
  if (params.context.only && wants(params, FIX_ALL)) actions.push(...fixAllAction(session, file, uri));
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
  const file = data && session.file(data.uri);
  const edits = file && editsOf(session, file, data);
  if (!edits) {
    throw new ResponseError(LSPErrorCodes.ContentModified, `"${action.title}" no longer fits: the text has changed`);
  }
  return { ...action, edit: workspaceEdit(session, edits, { title: action.title, home: file.path }) };
}

function editsOf(session: Session, file: SourceFile, data: ActionData): Fix['edits'] | undefined {
  switch (data.kind) {
    case 'fix':
      return findFix(session, file, data)?.edits;
    case 'silence': {
      const isThere = session.reporter
        .of(file)
        .some((item) => item.rule === data.rule && isSame(item.range, data.range));
      return isThere ? [{ file, edits: [silenceLine(file, data.line, data.rule)] }] : undefined;
    }
    case 'all':
      return safeEdits(session, file);
  }
}

/** The fix with the same title of the same finding: that at the same place first, else the only one of its kind. */
function findFix(session: Session, file: SourceFile, data: ActionData & { kind: 'fix' }): Fix | undefined {
  const alike = session.reporter
    .of(file)
    .filter((item) => item.rule === data.rule && keyOf(session, item) === data.key)
    .sort((a, b) => Number(isSame(b.range, data.range)) - Number(isSame(a.range, data.range)));
  for (const item of alike) {
    const fix = mendsOf(session.engine, item).find((mend) => mend.title === data.title && mend.refused === undefined);
    if (fix) return fix;
  }
  return undefined;
}

function fixActions(session: Session, file: SourceFile, shown: Shown, params: CodeActionParams): CodeAction[] {
  const { uri } = params.textDocument;
  const actions: CodeAction[] = [];
  let hasPreferred = false;
  for (const fix of mendsOf(session.engine, shown)) {
    const { title, refused } = fix;
    if (refused !== undefined) {
      if (session.client.disabledActions)
        actions.push({ ...about(session, file, shown, params, title), disabled: { reason: refused } });
      continue;
    }
    const data: ActionData = {
      kind: 'fix',
      uri,
      rule: shown.rule,
      key: keyOf(session, shown),
      range: shown.range,
      title,
    };
    const isPreferred: boolean = fix.preferred === true && !hasPreferred;
    hasPreferred ||= isPreferred;
    actions.push({
      ...about(session, file, shown, params, title),
      ...(isPreferred ? { isPreferred } : {}),
      ...afterwards(session, file, fix),
      ...(session.client.lazyEdits
        ? { data }
        : { edit: workspaceEdit(session, fix.edits, { title, home: file.path }) }),
    });
  }
  if (session.client.isExtension && mendsOf(session.engine, shown).some(isForNsupdate))
    actions.push(nsupdateCommand(session, file, shown, params));
  if (shown.rule === 'ptr-reverse-zone-missing' && session.client.isExtension)
    actions.push(...reverseZoneCommands(session, file, shown, params));
  return actions;
}

/** A fix of other files than the one at hand ends with a look at what is left unsaved. */
function afterwards(session: Session, file: SourceFile, { title, edits }: Fix): { command?: Command } {
  const others = edits.filter((edit) => edit.file !== file).map((edit) => session.uri(edit.file.path));
  if (others.length === 0 || !session.client.isExtension) return {};
  return { command: { title, command: commands.tellUnsaved, arguments: [others] } };
}

/** Whether a mend may not be made because the zone's server writes its file itself. */
function isForNsupdate({ refused }: { readonly refused?: string | undefined }): boolean {
  return refused?.includes('use nsupdate') === true;
}

/** What no fix may write into a dynamic zone, nsupdate does: its script is a command of the extension. */
function nsupdateCommand(session: Session, file: SourceFile, shown: Shown, params: CodeActionParams): CodeAction {
  const title = 'Copy a script for nsupdate that sets the PTR record';
  const place = { uri: params.textDocument.uri, position: shown.range.start };
  return {
    ...about(session, file, shown, params, title),
    command: { title, command: commands.copyNsupdate, arguments: [place] },
  };
}

/** What can be done about an address whose reverse zone is not held is done by commands of the extension. */
function reverseZoneCommands(session: Session, file: SourceFile, shown: Shown, params: CodeActionParams): CodeAction[] {
  const place = { uri: params.textDocument.uri, position: shown.range.start };
  return [
    ['Create the reverse zone for this address', commands.createReverseZone] as const,
    ['Copy a PTR request for the provider', commands.copyPtrRequest] as const,
  ].map(([title, command]) => ({
    ...about(session, file, shown, params, title),
    command: { title, command, arguments: [place] },
  }));
}

function silenceAction(session: Session, file: SourceFile, shown: Shown, params: CodeActionParams): CodeAction {
  const { uri } = params.textDocument;
  const { rule, range } = shown;
  const title = `Disable ${rule} for this line`;
  const { line } = range.start;
  const edits = [{ file, edits: [silenceLine(file, line, rule)] }];
  return {
    ...about(session, file, shown, params, title),
    ...(session.client.lazyEdits
      ? { data: { kind: 'silence', uri, rule, range, line } satisfies ActionData }
      : { edit: workspaceEdit(session, edits, { title, home: file.path }) }),
  };
}

function fixAllAction(session: Session, file: SourceFile, uri: string): CodeAction[] {
  const edits = safeEdits(session, file);
  if (edits.length === 0) return [];
  const title = 'Fix all that is safe to fix';
  const action = { title, kind: FIX_ALL };
  if (session.client.lazyEdits) return [{ ...action, data: { kind: 'all', uri } satisfies ActionData }];
  return [{ ...action, edit: workspaceEdit(session, edits, { title, home: file.path }) }];
}

/** The safe fixes of a file that do not touch each other: applied again, the others follow. */
function safeEdits(session: Session, file: SourceFile): Fix['edits'] {
  const fixes = session.reporter.most(file, MOST_DIAGNOSTICS).picked.flatMap((shown) => {
    const fix = mendsOf(session.engine, shown).find((mend) => mend.safe && mend.refused === undefined);
    return fix ? [fix.edits] : [];
  });
  return joinEdits(fixes);
}

function about(
  session: Session,
  file: SourceFile,
  shown: Shown,
  params: CodeActionParams,
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

function keyOf(session: Session, { finding }: Shown): string {
  return finding ? session.store.names.text(finding.key) : '';
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
