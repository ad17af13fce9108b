import { undotted } from '../dns/shown-name.ts';

/** The mailbox of an SOA as an address of mail (RFC 1035 section 8): the first dot that no backslash precedes is the "@". */
export function mailboxText(name: string): string {
  const [, local = '', domain = ''] = /^((?:\\.|[^.\\])*)\.(.*)$/s.exec(undotted(name)) ?? [];
  return domain === '' ? undotted(name) : `${local.replace(/\\(.)/g, '$1')}@${domain}`;
}
