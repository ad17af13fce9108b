import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';

/** A task as `tasks.json` has it; see `taskDefinitions` in package.json. */
interface Definition {
  readonly type: string;
  readonly command: string;
  readonly paths?: readonly string[];
  readonly args?: readonly string[];
}

const TYPE = 'zonewright';
const COMMANDS = ['check', 'format'] as const;

/** Options without which a command would print something that the problem matcher does not read, or change files. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  check: ['--format', 'concise', '--color', 'never'],
  format: ['--check'],
};

/** Offers the command line that the extension brings along as tasks, whose findings stand in the problems view. */
export function provideTasks(context: ExtensionContext): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .flatMap((folder) => COMMANDS.map((command) => taskOf(context, { type: TYPE, command }, folder))),
    resolveTask: (task) => {
      const { scope } = task;
      const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
      return taskOf(context, task.definition as Definition, folder);
    },
  });
}

function taskOf(context: ExtensionContext, definition: Definition, folder: WorkspaceFolder | undefined): Task {
  const { command, paths = [], args = [] } = definition;
  const words = [context.asAbsolutePath('dist/cli.js'), command, ...(FIXED[command] ?? []), ...args, '--', ...paths];
  // The editor's own program is a Node.
  const execution = new ProcessExecution(process.execPath, words, {
    ...(folder ? { cwd: folder.uri.fsPath } : {}),
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new Task(
    definition,
    folder ?? TaskScope.Workspace,
    phrase`${command} zones`,
    TYPE,
    execution,
    '$zonewright',
  );
  task.group = TaskGroup.Test;
  return task;
}
