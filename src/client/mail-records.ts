import { window } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { reportsRefusal, selectorRefusal, serverRefusal } from '../shared/mail-words.ts';
import {
  type AddMailRecordsParams,
  addMailRecordsRequest,
  type DocumentStatus,
  type EditResult,
  type MailRecordsChoice,
  statusRequest,
} from '../shared/protocol.ts';
import { BITS, makeKey, type NewKey, saveKey } from './private-key.ts';
import type { RunningExtension } from './running.ts';

type Dkim = NonNullable<MailRecordsChoice['dkim']>;

/** What a person wants, and the key that was made for it. */
interface Asked {
  readonly choice: MailRecordsChoice;
  readonly made?: NewKey | undefined;
}

/**
 * "Add Mail Records": asks what the domain's mail is to be, and shows the records that it lacks before they are written.
 * Nothing is written where a question is left unanswered, and no private key before its public key stands in the zone.
 */
export async function addMailRecords(
  extension: RunningExtension,
  uri: string,
  apply: (result: EditResult) => Promise<boolean>,
): Promise<void> {
  const { zones } = await extension.ask<DocumentStatus>(statusRequest, { uri });
  const [held] = zones;
  if (!held) return void window.showInformationMessage(phrase`This file is no zone that is known`);
  const asked = await askChoice(held.zone, (selector) =>
    makeKey(extension, { selector, domain: held.zone, zone: uri }),
  );
  if (!asked) return;
  const params: AddMailRecordsParams = { uri, choice: asked.choice };
  const isApplied = await apply(await extension.ask<EditResult>(addMailRecordsRequest, params));
  if (isApplied && asked.made) await saveKey(extension, asked.made);
}

type MakeKey = (selector: string) => Promise<NewKey | undefined>;

async function askChoice(zone: string, make: MakeKey): Promise<Asked | undefined> {
  const title = phrase`Mail records for ${zone}`;
  const mail = {
    label: phrase`The domain takes and sends mail`,
    description: 'MX, SPF, DKIM, DMARC, TLS-RPT, MTA-STS',
  };
  const parked = { label: phrase`The domain has no mail`, description: 'MX 0 ., v=spf1 -all, p=reject' };
  const kind = await window.showQuickPick([mail, parked], { title });
  if (kind === parked) return { choice: { kind: 'parked' } };
  if (!kind) return undefined;
  const server = await window.showInputBox({
    title,
    prompt: phrase`Name of the mail server`,
    value: `mail.${zone}`,
    validateInput: serverRefusal,
  });
  if (!server) return undefined;
  const reports = await window.showInputBox({
    title,
    prompt: phrase`Mail address for reports of DMARC and TLS; empty for none`,
    value: `postmaster@${zone}`,
    validateInput: (text) => reportsRefusal(text, zone),
  });
  if (reports === undefined) return undefined;
  const dkim = await askDkim(title, make);
  if (!dkim) return undefined;
  const yes = phrase`With MTA-STS: the policy is served at https://mta-sts.${zone}/.well-known/mta-sts.txt`;
  const sts = await window.showQuickPick([phrase`Without MTA-STS`, yes], { title });
  if (sts === undefined) return undefined;
  const choice: MailRecordsChoice = {
    kind: 'mail',
    server,
    reports,
    ...(dkim === 'none' ? {} : { dkim: { selector: dkim.selector, key: dkim.key } }),
    ...(sts === yes ? { mtaStsId: new Date().toISOString().replace(/\D/g, '').slice(0, 14) } : {}),
  };
  return dkim === 'none' ? { choice } : { choice, made: dkim.made };
}

async function askDkim(title: string, make: MakeKey): Promise<(Dkim & Pick<Asked, 'made'>) | 'none' | undefined> {
  const making = phrase`Make a DKIM key (RSA, ${BITS} bits)`;
  const pasted = phrase`Paste the public key of the mail server's DKIM`;
  const none = phrase`Without DKIM`;
  const how = await window.showQuickPick([making, pasted, none], { title });
  if (how === undefined) return undefined;
  if (how === none) return 'none';
  const prompt = phrase`Selector of the key, as the mail server signs with it`;
  const value = `k${new Date().getFullYear()}`;
  const selector = await window.showInputBox({ title, prompt, value, validateInput: selectorRefusal });
  if (!selector) return undefined;
  if (how === making) {
    const made = await make(selector);
    return made && { selector, key: made.publicKey, made };
  }
  const key = await askKey(title);
  return key ? { selector, key } : undefined;
}

function askKey(title: string): Thenable<string | undefined> {
  return window.showInputBox({ title, prompt: phrase`The base64 of "p=", a PEM key, or the whole DKIM record` });
}
