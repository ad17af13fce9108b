import { isOneSlipAway } from '../dns/slip.ts';

/** What the best known providers of mail tell their customers to include, with their names. */
export const knownIncludes: readonly { readonly domain: string; readonly provider: string }[] = [
  { domain: '_spf.google.com', provider: 'Google Workspace' },
  { domain: 'spf.protection.outlook.com', provider: 'Microsoft 365' },
  { domain: 'amazonses.com', provider: 'Amazon SES' },
  { domain: 'sendgrid.net', provider: 'SendGrid' },
  { domain: 'mailgun.org', provider: 'Mailgun' },
  { domain: 'servers.mcsv.net', provider: 'Mailchimp' },
  { domain: 'spf.mandrillapp.com', provider: 'Mandrill' },
  { domain: 'spf.mtasv.net', provider: 'Postmark' },
  { domain: 'spf.mailjet.com', provider: 'Mailjet' },
  { domain: 'spf.brevo.com', provider: 'Brevo' },
  { domain: 'spf.messagingengine.com', provider: 'Fastmail' },
  { domain: '_spf.protonmail.ch', provider: 'Proton Mail' },
  { domain: 'zohomail.com', provider: 'Zoho Mail' },
  { domain: 'mx.ovh.com', provider: 'OVH' },
  { domain: '_mailcust.gandi.net', provider: 'Gandi' },
  { domain: '_spf.kundenserver.de', provider: 'IONOS' },
  { domain: 'spf.mailbox.org', provider: 'mailbox.org' },
  { domain: '_spf.salesforce.com', provider: 'Salesforce' },
  { domain: 'mail.zendesk.com', provider: 'Zendesk' },
];

/** All that providers of mail tell their customers to include. None of them sends from a customer's own hosts. */
const INCLUDES: ReadonlySet<string> = new Set([
  ...knownIncludes.map(({ domain }) => domain),
  'eu.mailgun.org',
  'zoho.com',
  'zoho.eu',
  'one.zoho.com',
  '_spf.mx.cloudflare.net',
  'helpscoutemail.com',
  'spf.sendinblue.com',
  'relay.mailchannels.net',
  '_spf.hostedemail.com',
  'secureserver.net',
  'spf-0.secureserver.net',
  'spf.ess.barracudanetworks.com',
  '_netblocks.mimecast.com',
  'eu._netblocks.mimecast.com',
  'us._netblocks.mimecast.com',
  'emailsrvr.com',
  '_spf.perfora.net',
  'spf.efwd.registrar-servers.com',
  '_spf.createsend.com',
  'spf.constantcontact.com',
  '_spf.mail.ru',
  '_spf.yandex.net',
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
