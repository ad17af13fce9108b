import { CodeAction, type Command, type Disposable, commands as editorCommands } from 'vscode';

/** How many commands of earlier answers stay beside those of the last one: an action on its way is of one of these. */
const MOST_EARLIER_COMMANDS = 100;

/**
 * The commands of code actions, as the editor keeps them. VS Code forgets the arguments of a command when it asks for code
 * actions again, and that it does at every change of findings, while the edit of a chosen action is being made too:
 * "Actual command not found" then stands where the command should have run. A command without arguments it runs by its id,
 * so here each command with its arguments gets an id of its own.
 *
 * Invariant: the commands stand in the order of their last use.
 */
export class LastingCommands {
  readonly #registered = new Map<string, Disposable>();

  /** Takes the arguments from the commands of an answer, which do the same as before. */
  keep(answer: readonly (Command | CodeAction)[]): void {
    for (const action of answer) {
      if (action instanceof CodeAction && action.command) action.command = this.#withoutArguments(action.command);
    }
    this.#forgetOldest(MOST_EARLIER_COMMANDS + answer.length);
  }

  dispose(): void {
    this.#forgetOldest(0);
  }

  #withoutArguments({ title, command, arguments: values = [] }: Command): Command {
    if (values.length === 0) return { title, command };
    // The editor does not list commands that begin like this.
    const id = `_${command} ${JSON.stringify(values)}`;
    const registered =
      this.#registered.get(id) ??
      editorCommands.registerCommand(id, () => editorCommands.executeCommand(command, ...values));
    this.#registered.delete(id);
    this.#registered.set(id, registered);
    return { title, command: id };
  }

  #forgetOldest(most: number): void {
    for (const [id, registered] of this.#registered) {
      if (this.#registered.size <= most) return;
      registered.dispose();
      this.#registered.delete(id);
    }
  }
}
