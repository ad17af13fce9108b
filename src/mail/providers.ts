import { isOneSlipAway } from '../dns/slip.ts';

/** What providers of mail tell their customers to include. None of them sends from a customer's own hosts. */
const INCLUDES: ReadonlySet<string> = new Set([
  '_spf.google.com',
  'spf.protection.outlook.com',
  'spf.messagingengine.com',
  'sendgrid.net',
  'mailgun.org',
  'eu.mailgun.org',
  'servers.mcsv.net',
  'spf.mandrillapp.com',
  'amazonses.com',
  'zoho.com',
  'zoho.eu',
  'zohomail.com',
  'one.zoho.com',
  '_spf.mx.cloudflare.net',
  'spf.mailjet.com',
  '_spf.salesforce.com',
  'mail.zendesk.com',
  'helpscoutemail.com',
  '_spf.protonmail.ch',
  'spf.sendinblue.com',
  'spf.brevo.com',
  'spf.mtasv.net',
  'relay.mailchannels.net',
  '_spf.hostedemail.com',
  'secureserver.net',
  'spf-0.secureserver.net',
  'spf.ess.barracudanetworks.com',
  '_netblocks.mimecast.com',
  'eu._netblocks.mimecast.com',
  'us._netblocks.mimecast.com',
  'emailsrvr.com',
  '_spf.kundenserver.de',
  '_spf.perfora.net',
  'mx.ovh.com',
  '_mailcust.gandi.net',
  'spf.efwd.registrar-servers.com',
  '_spf.createsend.com',
  'spf.constantcontact.com',
  '_spf.mail.ru',
  '_spf.yandex.net',
  'spf.mailbox.org',
  '_spf.psm.knowbe4.com',
  'spf.hubspotemail.net',
  '_spf.atlassian.net',
  'mktomail.com',
  'spf.mailerlite.com',
  '_spf.mlsend.com',
  '_spf.firebasemail.com',
  'stspg-customer.com',
  'shops.shopify.com',
]);

/** What people write from memory, and what belongs there. */
const MISTAKEN: ReadonlyMap<string, string> = new Map([
  ['google.com', '_spf.google.com'],
  ['gmail.com', '_spf.google.com'],
  ['spf.google.com', '_spf.google.com'],
  ['_spf.gmail.com', '_spf.google.com'],
  ['outlook.com', 'spf.protection.outlook.com'],
  ['protection.outlook.com', 'spf.protection.outlook.com'],
  ['_spf.protection.outlook.com', 'spf.protection.outlook.com'],
  ['office365.com', 'spf.protection.outlook.com'],
  ['spf.outlook.com', 'spf.protection.outlook.com'],
  ['mailchimp.com', 'servers.mcsv.net'],
  ['mandrillapp.com', 'spf.mandrillapp.com'],
  ['sendgrid.com', 'sendgrid.net'],
  ['mailgun.com', 'mailgun.org'],
  ['messagingengine.com', 'spf.messagingengine.com'],
  ['fastmail.com', 'spf.messagingengine.com'],
  ['protonmail.ch', '_spf.protonmail.ch'],
  ['mailjet.com', 'spf.mailjet.com'],
]);

/** Whether a name is one that a provider of mail tells its customers to include. */
export function isKnownInclude(domain: string): boolean {
  return INCLUDES.has(canonical(domain));
}

/** The provider's name that was meant by another one; undefined where none was. */
export function meantInclude(domain: string): string | undefined {
  const name = canonical(domain);
  if (INCLUDES.has(name)) return undefined;
  const known = MISTAKEN.get(name);
  if (known !== undefined) return known;
  const near = [...INCLUDES].filter((include) => include.length >= SHORTEST && isOneSlipAway(include, name));
  return near.length === 1 ? near[0] : undefined;
}

/** Shorter names are one slip away from too much. */
const SHORTEST = 10;

function canonical(domain: string): string {
  return domain.toLowerCase().replace(/\.$/, '');
}
