import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type CreateFile,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { prove, type RefactorDraft, type Refactoring } from '../features/refactor/refactoring.ts';
import { refactorings } from '../features/refactor/refactorings.ts';
import { organizeRecords } from '../features/refactor/sort-records.ts';
import { phrase } from '../language/phrase.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { workspaceEdit } from './edits.ts';
import type { Session } from './session.ts';

/** Sorts all records of a file. */
const ORGANIZE = 'source.organizeRecords';

/** The kinds of refactorings. */
export const refactorKinds = [CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract, ORGANIZE];

const KINDS = { rewrite: CodeActionKind.RefactorRewrite, extract: CodeActionKind.RefactorExtract } as const;

/** What an action carries so that its refactoring can be worked out again. */
export interface RefactorData {
  readonly kind: 'refactor';
  /** What is at the place, or the whole file. */
  readonly of: 'place' | 'file';
  readonly uri: string;
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

/** Larger files are proven once a refactoring is chosen. */
const PROVEN_AT_ONCE = 500_000;

/**
 * What can be done with the text at a place. Editors look for actions at each move of the cursor: then nothing is worked
 * out, but where something is selected.
 */
export function* refactorActions(
  session: Session,
  file: SourceFile,
  params: CodeActionParams,
): Generator<void, CodeAction[]> {
  const { only, triggerKind } = params.context;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  const asked = { session, file, params };
  if (triggerKind !== CodeActionTriggerKind.Automatic || only !== undefined) {
    for (const draft of yield* refactorings({ ctx: session.features, file, range: params.range }))
      if (wants(KINDS[draft.kind]))
        actions.push(...(yield* actionOf(asked, draft, { of: 'place', code: KINDS[draft.kind] })));
  }
  if (only && wants(ORGANIZE)) {
    const draft = organizeRecords(session.features, file);
    if (draft) actions.push(...(yield* actionOf(asked, draft, { of: 'file', code: ORGANIZE })));
  }
  return actions;
}

/** Makes the edit of a refactoring that was chosen. */
export function* resolveRefactoring(
  session: Session,
  file: SourceFile,
  data: RefactorData,
): Generator<void, WorkspaceEdit> {
  const place = { ctx: session.features, file, range: data.range };
  const drafts = data.of === 'file' ? [organizeRecords(place.ctx, file)] : yield* refactorings(place);
  const draft = drafts.find((one) => one?.id === data.id && one.title === data.title);
  if (!draft)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      phrase`"${data.title}" no longer fits: the text has changed`,
    );
  const proven = yield* prove(place, draft);
  if (proven.refused !== undefined)
    throw new ResponseError(LSPErrorCodes.RequestFailed, phrase`Not done: ${proven.refused}`);
  return editOf(session, file, proven);
}

function* actionOf(
  {
    session,
    file,
    params,
  }: { readonly session: Session; readonly file: SourceFile; readonly params: CodeActionParams },
  draft: RefactorDraft,
  { of, code }: { readonly of: RefactorData['of']; readonly code: string },
): Generator<void, CodeAction[]> {
  const { client } = session;
  if (draft.created && !client.createsFiles) return [];
  const { id, title } = draft;
  const { uri } = params.textDocument;
  const isLazy = client.lazyEdits && file.document.length > PROVEN_AT_ONCE;
  const data: RefactorData = { kind: 'refactor', of, uri, id, title, range: params.range };
  if (isLazy) return [{ title, kind: code, data }];
  const proven = yield* prove({ ctx: session.features, file, range: params.range }, draft);
  if (proven.refused !== undefined)
    return client.disabledActions ? [{ title: proven.title, kind: code, disabled: { reason: proven.refused } }] : [];
  if (client.lazyEdits) return [{ title: proven.title, kind: code, data }];
  return [{ title: proven.title, kind: code, edit: editOf(session, file, proven) }];
}

function editOf(session: Session, file: SourceFile, { title, edits, created }: Refactoring): WorkspaceEdit {
  const edit = workspaceEdit(session, edits, { title, home: file.path });
  if (created.length === 0) return edit;
  const start = { line: 0, character: 0 };
  const made = created.flatMap(({ path, text }) => {
    const uri = session.uri(path);
    const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } };
    const textDocument = { uri, version: null };
    return [create, { textDocument, edits: [{ range: { start, end: start }, newText: text }] }];
  });
  return { ...edit, documentChanges: [...made, ...(edit.documentChanges ?? [])] };
}
