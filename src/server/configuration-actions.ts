import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CreateFile,
  type Diagnostic,
} from 'vscode-languageserver';
import { touches } from '../edits/edit-set.ts';
import { missingFiles } from '../features/configuration/missing-file.ts';
import { configurationFileMissing } from '../rules/text/text-rules.ts';
import { commands } from '../shared/commands.ts';
import type { DoneParams } from '../shared/protocol.ts';
import type { Session } from './session.ts';
import { isInside, type Path } from './uri.ts';

const START = { line: 0, character: 0 };

/** What can be done at a place of a configuration: a slip is put right, a zone file that is missing is created. */
export function configurationActions(session: Session, path: Path, params: CodeActionParams): CodeAction[] {
  const created = session.client.createsFiles ? creations(session, path, params) : [];
  return [...corrections(session, path, params), ...created];
}

/** The fixes of what reading the configuration found. */
function corrections(session: Session, path: Path, params: CodeActionParams): CodeAction[] {
  const { uri } = params.textDocument;
  return session.reporter.ofConfiguration(path).flatMap(({ rule, range, faultFixes = [] }) => {
    if (!touches(range, params.range)) return [];
    const told = toldOf(params, rule).filter((one) => touches(one.range, range));
    return faultFixes.map((fix) =>
      quickFix(fix.title, told, { changes: { [uri]: [{ range: fix.range, newText: fix.text }] } }),
    );
  });
}

function creations(session: Session, path: Path, params: CodeActionParams): CodeAction[] {
  const told = toldOf(params, configurationFileMissing.id);
  return missingFiles(session.features, path, params.range)
    .filter((one) => isInside(one.path, session.folders))
    .map(({ title, path: made, text }) => {
      const uri = session.uri(made);
      const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } };
      const edits = [{ range: { start: START, end: START }, newText: text }];
      const action = quickFix(title, told, {
        documentChanges: [create, { textDocument: { uri, version: null }, edits }],
      });
      if (!session.client.isExtension) return action;
      const done: DoneParams = { uri: session.uri(path), title, created: uri };
      return { ...action, command: { title, command: commands.tellDone, arguments: [done] } };
    });
}

function toldOf({ context }: CodeActionParams, rule: string): Diagnostic[] {
  return context.diagnostics.filter(({ code }) => code === rule);
}

function quickFix(title: string, told: Diagnostic[], edit: NonNullable<CodeAction['edit']>): CodeAction {
  const preferred = told.length > 0 ? { diagnostics: told, isPreferred: true } : {};
  return { title, kind: CodeActionKind.QuickFix, ...preferred, edit };
}
