import { Uri, window, workspace } from 'vscode';
import { phrase } from '../language/phrase.ts';
import {
  type AddMailRecordsParams,
  addMailRecordsRequest,
  type DocumentStatus,
  type EditResult,
  type MailRecordsChoice,
  statusRequest,
} from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** Bits of an RSA key: what receivers take and fits into records (RFC 8301 section 3.2). */
const BITS = 2048;

type Dkim = NonNullable<MailRecordsChoice['dkim']>;

/**
 * "Add Mail Records": asks what the domain's mail is to be, and shows the records that it lacks before they are written.
 * Nothing is written where a question is left unanswered.
 */
export async function addMailRecords(
  extension: RunningExtension,
  uri: string,
  apply: (result: EditResult) => Promise<void>,
): Promise<void> {
  const { zones } = await extension.ask<DocumentStatus>(statusRequest, { uri });
  const [held] = zones;
  const choice = held && (await askChoice(held.zone));
  if (!choice) return;
  const params: AddMailRecordsParams = { uri, choice };
  await apply(await extension.ask<EditResult>(addMailRecordsRequest, params));
}

async function askChoice(zone: string): Promise<MailRecordsChoice | undefined> {
  const title = phrase`Mail records for ${zone}`;
  const mail = {
    label: phrase`The domain takes and sends mail`,
    description: 'MX, SPF, DKIM, DMARC, TLS-RPT, MTA-STS',
  };
  const parked = { label: phrase`The domain has no mail`, description: 'MX 0 ., v=spf1 -all, p=reject' };
  const kind = await window.showQuickPick([mail, parked], { title });
  if (kind === parked) return { kind: 'parked' };
  if (!kind) return undefined;
  const server = await window.showInputBox({ title, prompt: phrase`Name of the mail server`, value: `mail.${zone}` });
  if (!server) return undefined;
  const reports = await window.showInputBox({
    title,
    prompt: phrase`Mail address for reports of DMARC and TLS; empty for none`,
    value: `postmaster@${zone}`,
  });
  if (reports === undefined) return undefined;
  const dkim = await askDkim(title);
  if (!dkim) return undefined;
  const yes = phrase`With MTA-STS: the policy is served at https://mta-sts.${zone}/.well-known/mta-sts.txt`;
  const sts = await window.showQuickPick([phrase`Without MTA-STS`, yes], { title });
  if (sts === undefined) return undefined;
  return {
    kind: 'mail',
    server,
    reports,
    ...(dkim === 'none' ? {} : { dkim }),
    ...(sts === yes ? { mtaStsId: new Date().toISOString().replace(/\D/g, '').slice(0, 14) } : {}),
  };
}

async function askDkim(title: string): Promise<Dkim | 'none' | undefined> {
  const made = phrase`Make a DKIM key (RSA, ${BITS} bits)`;
  const pasted = phrase`Paste the public key of the mail server's DKIM`;
  const none = phrase`Without DKIM`;
  const how = await window.showQuickPick([made, pasted, none], { title });
  if (how === undefined) return undefined;
  if (how === none) return 'none';
  const prompt = phrase`Selector of the key, as the mail server signs with it`;
  const selector = await window.showInputBox({ title, prompt, value: `k${new Date().getFullYear()}` });
  if (!selector) return undefined;
  const key = how === made ? await makeKey(selector) : await askKey(title);
  return key === undefined || key === '' ? undefined : { selector, key };
}

function askKey(title: string): Thenable<string | undefined> {
  return window.showInputBox({ title, prompt: phrase`The base64 of "p=", a PEM key, or the whole DKIM record` });
}

/** Makes a key pair and saves the private key where the person says; the public key in base64, undefined where nobody does. */
async function makeKey(selector: string): Promise<string | undefined> {
  const file = await window.showSaveDialog({
    title: phrase`Save the private key for the mail server: not beside the zone, and in no repository`,
    saveLabel: phrase`Save the private key`,
    defaultUri: Uri.file(`/${selector}.private.pem`),
  });
  if (!file) return undefined;
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
  await workspace.fs.writeFile(file, new TextEncoder().encode(pem));
  return base64(open);
}

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
