import { type Uri, workspace } from 'vscode';

/** The text of a script of the extension, in a web-worker host: from the web, or from where the extension lies. */
export async function readScript(script: Uri): Promise<string> {
  return /^https?$/.test(script.scheme)
    ? await (await fetch(script.toString(true))).text()
    : new TextDecoder().decode(await workspace.fs.readFile(script));
}
