import type { Level, TextRule } from '../rule.ts';

/**
 * What reading the texts reports: `syntax-*` and a few others that show as soon as a line is read. They have no code
 * here: these rows say how much each weighs, and give it its page.
 */
const TABLE: readonly (readonly [id: string, severity: Level, summary: string])[] = [
  ['syntax-ipv4', 'error', 'Not an IPv4 address'],
  ['syntax-ipv6', 'error', 'Not an IPv6 address'],
  ['syntax-address-family', 'error', 'Address of the other family: A holds IPv4, AAAA holds IPv6'],
  ['syntax-leading-zero', 'error', 'Octet of an address with a leading zero'],
  ['syntax-type', 'error', 'Unknown record type'],
  ['syntax-class', 'error', 'Record of another class than its zone'],
  ['syntax-field-missing', 'error', 'A part of a record or directive is missing'],
  ['syntax-field-extra', 'error', 'Something follows where a record or directive is complete'],
  ['syntax-number', 'error', 'Not a number, or one out of range'],
  ['syntax-value', 'error', 'A field holds something that its record type does not know'],
  ['syntax-string', 'error', 'String of more than 255 octets'],
  ['syntax-hex', 'error', 'Not hexadecimal data'],
  ['syntax-base64', 'error', 'Not base64 data'],
  ['syntax-base32', 'error', 'Not base32 data'],
  ['syntax-generic-rdata', 'error', 'Rdata in the form of unknown types is wrong'],
  ['syntax-quote', 'error', 'Quotation mark missing or in the wrong place'],
  ['syntax-parenthesis', 'error', 'Parenthesis missing, or without its counterpart'],
  ['syntax-escape', 'error', 'Bad escape after a backslash'],
  ['syntax-label-length', 'error', 'Label of more than 63 octets'],
  ['syntax-label-empty', 'error', 'Name with an empty label'],
  ['syntax-name-length', 'error', 'Name of more than 255 octets'],
  ['syntax-directive', 'error', 'Unknown directive'],
  ['syntax-include-missing', 'error', 'Included file is not there'],
  ['syntax-include-loop', 'error', 'Files include each other in a circle'],
  ['syntax-generate', 'error', 'Mistake in a $GENERATE line'],
  ['syntax-character', 'error', 'Character that can not be seen, or looks like another'],
  ['syntax-template', 'error', 'Text of a template, not of a zone file'],
  ['syntax-final-newline', 'hint', 'Last line has no line end'],
  ['syntax-crlf', 'hint', 'Lines end in CR LF'],
  ['portability-generate', 'hint', '$GENERATE is not known to this server'],
  ['portability-origin', 'hint', 'Relative $ORIGIN is refused by this server'],
  ['portability-include-ttl', 'hint', '$TTL of an included file counts in BIND only'],
  ['portability-ttl', 'hint', 'Form of a TTL that this server refuses'],
  ['owner-after-origin', 'warning', 'Record takes over an owner from before $ORIGIN'],
  ['ttl-missing', 'warning', 'No TTL given, here or above'],
  ['ttl-range', 'warning', 'TTL out of range'],
  ['serial-range', 'error', 'Serial of more than 32 bits'],
  ['ds-digest-length', 'error', 'Digest of a DS record has the wrong length'],
  ['svcb-invalid', 'error', 'Mistake in the parameters of an SVCB or HTTPS record'],
  ['suppression-unknown-rule', 'information', 'Comment that silences a rule names none that there is'],
  ['origin-unknown', 'information', 'Nothing tells which zone this file is for, or which of several files is the zone'],
  ['configuration-syntax', 'error', "Mistake in a server's configuration"],
  ['configuration-include-loop', 'error', 'Configuration files include each other in a circle'],
  ['configuration-file-missing', 'warning', 'Zone file that a configuration names is not there'],
  ['configuration-zone-duplicate', 'error', 'Zone is declared twice'],
  ['configuration-file-shared', 'information', 'Several zones are read from one file'],
];

/** The rules whose findings come with reading the texts. */
export const textRules: readonly TextRule[] = TABLE.map(([id, severity, summary]) => ({
  id,
  scope: 'text',
  severity,
  summary,
}));
