import { isDmarc, parseDmarc } from './dmarc.ts';

/** Nobody who is told of by other names, and at the end a word on all others. */
const QUIET_SPF = /^v=spf1(?: a| mx| a mx| mx a)? [-~]all$/;
/** Tags that ask for nothing from anybody, besides those that are looked at. */
const QUIET_TAGS: ReadonlySet<string> = new Set(['v', 'p', 'adkim', 'aspf', 'fo']);

/**
 * Whether a text is an SPF or a DMARC record, written as most are, of which no rule on such texts has anything to say,
 * whatever domain it is of. It leads to no names but, in SPF, those of the domain's own `a` and `mx`.
 */
export function isQuietText(text: string): boolean {
  return QUIET_SPF.test(text) || (text.startsWith('v=DMARC1;') && isQuietDmarc(text));
}

/** Whether a quiet text is an SPF record that lets the hosts of the domain's MX records send, and nobody else. */
export function letsMxSend(text: string): boolean {
  return text.startsWith('v=spf1 mx ') && !text.includes(' a ');
}

function isQuietDmarc(text: string): boolean {
  if (!/^[a-zA-Z0-9=; ]+$/.test(text) || !isDmarc(text)) return false;
  const { list, faults, p } = parseDmarc(text);
  return (
    faults.length === 0 && (p === 'quarantine' || p === 'reject') && list.tags.every(({ name }) => QUIET_TAGS.has(name))
  );
}
