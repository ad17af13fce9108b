import { type CodeAction, CodeActionKind, type CodeActionParams, type CreateFile } from 'vscode-languageserver';
import { missingFiles } from '../features/configuration/missing-file.ts';
import { configurationFileMissing } from '../rules/text/text-rules.ts';
import type { Session } from './session.ts';
import { isInside, type Path } from './uri.ts';

const START = { line: 0, character: 0 };

/** What can be done at a place of a configuration: a zone file that is missing is created. */
export function configurationActions(session: Session, path: Path, params: CodeActionParams): CodeAction[] {
  if (!session.client.createsFiles) return [];
  const told = params.context.diagnostics.filter(({ code }) => code === configurationFileMissing.id);
  return missingFiles(session.features, path, params.range)
    .filter((one) => isInside(one.path, session.folders))
    .map(({ title, path: made, text }) => {
      const uri = session.uri(made);
      const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } };
      const edits = [{ range: { start: START, end: START }, newText: text }];
      return {
        title,
        kind: CodeActionKind.QuickFix,
        ...(told.length > 0 ? { diagnostics: told, isPreferred: true } : {}),
        edit: { documentChanges: [create, { textDocument: { uri, version: null }, edits }] },
      };
    });
}
