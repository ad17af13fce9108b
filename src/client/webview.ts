import { env, Position, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import type { ProtocolPlace } from '../shared/map-protocol.ts';

/** A word that lets in the script and the style of one page (Content Security Policy). */
export function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[^A-Za-z0-9]/g, '0');
}

/** Shows a place beside the page it was chosen in. */
export async function openPlace({ uri, start, end }: ProtocolPlace): Promise<void> {
  const selection = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  await window.showTextDocument(Uri.parse(uri), { selection, viewColumn: ViewColumn.One });
}

/** The last part of a file's address. */
export function fileName(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  void window.showInformationMessage(phrase`${what} is on the clipboard`);
}

/** A script of the extension, to be put into a page: so it works wherever the extension lies, and the page loads nothing. */
export async function pageScript(extension: Uri, name: string): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', `${name}.js`));
  return new TextDecoder().decode(bytes);
}
