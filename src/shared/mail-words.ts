import { phrase } from '../language/phrase.ts';

/** Why a text is not the whole name of a mail server; undefined where it is one. */
export function serverRefusal(written: string): string | undefined {
  const text = written.trim().replace(/\.$/, '');
  if (/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(text) && text.length < 254) return undefined;
  return phrase`"${written}" is no name of a host: write the whole name of the mail server`;
}

/** Why a text is not the address for a zone's reports; undefined where it is one, or empty. */
export function reportsRefusal(reports: string, zone: string): string | undefined {
  if (reports === '' || /^[^\s@;,!"\\]+@[a-z0-9.-]+$/i.test(reports)) return undefined;
  return phrase`"${reports}" is no mail address: write one such as postmaster@${zone}`;
}

/** Why a text is no selector of a DKIM key; undefined where it is one. */
export function selectorRefusal(selector: string): string | undefined {
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(selector)) return undefined;
  return phrase`"${selector}" is no selector: write letters and digits, such as k1`;
}
