import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import type { RunningExtension } from './running.ts';

/** Bits of an RSA key: what receivers take and fits into records (RFC 8301 section 3.2). */
export const BITS = 2048;

/** A key pair that is saved nowhere yet. */
export interface NewKey {
  /** The public key in base64. */
  readonly publicKey: string;
  /** The private key in PEM. */
  readonly pem: string;
  /** Where the person wants the private key; the name alone where no folder fits. */
  readonly place: Uri | string;
}

/** Asks where the private key of a domain is to lie, and makes a key pair; undefined where nobody says. `zone` is the URI of the zone file. */
export async function makeKey(
  extension: RunningExtension,
  { selector, domain, zone }: { readonly selector: string; readonly domain: string; readonly zone: string },
): Promise<NewKey | undefined> {
  // Several domains often have the same selector.
  const name = `${selector}.${domain}.private.pem`.replace(/[^\w.-]/g, '_');
  const folder = folderFor(extension, zone);
  const place = folder ? await askPlace(Uri.joinPath(folder, name)) : name;
  if (!place) return undefined;
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: BITS,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const [secret, open] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('spki', pair.publicKey),
  ]);
  const lines = base64(secret).match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
  return { publicKey: base64(open), pem, place };
}

/** Saves a private key and says where; where it can't be saved there, somewhere else. Nothing is ever written over. */
export async function saveKey(extension: RunningExtension, { pem, place }: NewKey): Promise<void> {
  for (let file: Uri | undefined = place instanceof Uri ? place : undefined; file; ) {
    try {
      await write(extension, file, pem);
      void window.showInformationMessage(phrase`The private key for the mail server is ${shown(file)}`);
      return;
    } catch (error) {
      const again = phrase`Save Elsewhere`;
      const why = error instanceof Error ? error.message : String(error);
      const choice = await window.showErrorMessage(phrase`The private key is not saved: ${why}`, again);
      file = choice === again ? await askPlace(file) : undefined;
    }
  }
  await showUnsaved(pem, place instanceof Uri ? place.path.slice(place.path.lastIndexOf('/') + 1) : place);
}

/** The home folder, where the host has one that is neither the root of all files nor where the zone lies. */
function folderFor({ keyFiles }: RunningExtension, zone: string): Uri | undefined {
  const home = keyFiles && Uri.file(keyFiles.home());
  const beside = Uri.joinPath(Uri.parse(zone), '..');
  return home && home.path !== '/' && home.path !== beside.path ? home : undefined;
}

async function askPlace(proposed: Uri): Promise<Uri | undefined> {
  for (;;) {
    const file = await window.showSaveDialog({
      title: phrase`Save the private key for the mail server: not beside the zone, and in no repository`,
      saveLabel: phrase`Save the private key`,
      defaultUri: proposed,
    });
    if (!file || !(await isThere(file))) return file;
    void window.showWarningMessage(phrase`${shown(file)} is there already: a private key is never written over a file`);
  }
}

async function write({ keyFiles }: RunningExtension, file: Uri, pem: string): Promise<void> {
  if (keyFiles && file.scheme === 'file') return keyFiles.write(file.fsPath, pem);
  if (await isThere(file)) throw new Error(phrase`${shown(file)} is there already`);
  await workspace.fs.writeFile(file, new TextEncoder().encode(pem));
}

/** Puts a key into an unsaved document: its public key stands in the zone, so it must not be lost. */
async function showUnsaved(pem: string, name: string): Promise<void> {
  const file = Uri.from({ scheme: 'untitled', path: name });
  const edit = new WorkspaceEdit();
  edit.insert(file, (await workspace.openTextDocument(file)).positionAt(0), pem);
  await workspace.applyEdit(edit);
  await window.showTextDocument(file);
  void window.showWarningMessage(
    phrase`The private key for the mail server is not saved: save it where nobody else reads it`,
  );
}

async function isThere(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

function shown(file: Uri): string {
  return file.scheme === 'file' ? file.fsPath : file.path;
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
