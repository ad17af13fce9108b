/** A canonical name as people write it: without its final dot. */
export function bareName(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}

/** The mailbox of an SOA as an address of mail (RFC 1035 section 8): the first dot that no backslash precedes is the "@". */
export function mailboxText(name: string): string {
  const [, local = '', domain = ''] = /^((?:\\.|[^.\\])*)\.(.*)$/s.exec(bareName(name)) ?? [];
  return domain === '' ? bareName(name) : `${local.replace(/\\(.)/g, '$1')}@${domain}`;
}
