import type { WRONG_SIGNATURE } from '../facts/verified-zones.ts';
import type { TextRule } from '../rule.ts';
import { ttlMissing } from './ttl-missing.ts';

/*
 * What reading the texts reports: `syntax-*` and a few others that show as soon as a line is read. Most have no code of
 * their own: a row says how much one weighs, what the report must know of it, and gives it its page. Those that the report
 * finds by itself have a name.
 */

/** Parenthesis missing, or without its counterpart. */
export const syntaxParenthesis = textRule({
  id: 'syntax-parenthesis',
  severity: 'error',
  summary: 'Parenthesis missing, or without its counterpart',
  mayBeGroup: true,
});
/** Quotation mark missing or in the wrong place. */
export const syntaxQuote = textRule({
  id: 'syntax-quote',
  severity: 'error',
  summary: 'Quotation mark missing or in the wrong place',
  followsUnclosed: 'from-mark',
  mayGoOn: 'unclosed',
  mayBeGroup: true,
});
/** Included file is not there. */
export const syntaxIncludeMissing = textRule({
  id: 'syntax-include-missing',
  severity: 'error',
  summary: 'Included file is not there',
  needsAllFiles: true,
});
/** Files include each other in a circle. */
export const syntaxIncludeLoop = textRule({
  id: 'syntax-include-loop',
  severity: 'error',
  summary: 'Files include each other in a circle',
});
/** Text of a template, not of a zone file. */
export const syntaxTemplate = textRule({
  id: 'syntax-template',
  severity: 'error',
  summary: 'Text of a template, not of a zone file',
});
/** Last line has no line end. */
export const syntaxFinalNewline = textRule({
  id: 'syntax-final-newline',
  severity: 'hint',
  summary: 'Last line has no line end',
  leavesRecords: true,
});
/** Lines end in CR LF. */
export const syntaxCrlf = textRule({
  id: 'syntax-crlf',
  severity: 'hint',
  summary: 'Lines end in CR LF',
  leavesRecords: true,
});
/** $GENERATE is not known to this server. */
export const portabilityGenerate = textRule({
  id: 'portability-generate',
  severity: 'hint',
  summary: '$GENERATE is not known to this server',
});
/** Relative $ORIGIN is refused by this server. */
export const portabilityOrigin = textRule({
  id: 'portability-origin',
  severity: 'hint',
  summary: 'Relative $ORIGIN is refused by this server',
});
/** $TTL of an included file counts in BIND only. */
export const portabilityIncludeTtl = textRule({
  id: 'portability-include-ttl',
  severity: 'hint',
  summary: '$TTL of an included file counts in BIND only',
});
/** Form of a TTL that this server refuses. */
export const portabilityTtl = textRule({
  id: 'portability-ttl',
  severity: 'hint',
  summary: 'Form of a TTL that this server refuses',
});
/** Comment that silences a rule names none that there is. */
export const suppressionUnknownRule = textRule({
  id: 'suppression-unknown-rule',
  severity: 'information',
  summary: 'Comment that silences a rule names none that there is',
  leavesRecords: true,
});
/** Comment that silences a rule stands where the rule finds nothing. */
export const suppressionUnused = textRule({
  id: 'suppression-unused',
  severity: 'information',
  summary: 'Comment that silences a rule stands where the rule finds nothing',
  leavesRecords: true,
  hasSafeFix: true,
  tag: 'unnecessary',
});
/** Nothing tells which zone this file is for, or which of several files is the zone. */
export const originUnknown = textRule({
  id: 'origin-unknown',
  severity: 'information',
  summary: 'Nothing tells which zone this file is for, or which of several files is the zone',
  needsAllFiles: true,
});
/** Signed zone that is loaded is older than its source. */
export const signedZoneStale = textRule({
  id: 'signed-zone-stale',
  severity: 'warning',
  summary: 'Signed zone that is loaded is older than its source',
  needsAllFiles: true,
});
/** Signatures do not verify: told once a person had them verified. */
export const rrsigInvalid = textRule({
  id: 'rrsig-invalid' satisfies typeof WRONG_SIGNATURE.id,
  severity: 'error',
  summary: 'Signatures do not verify, of zones whose signatures somebody had verified',
  needsAllFiles: true,
});
/** No configuration of the workspace loads the zone. */
export const zoneNotLoaded = textRule({
  id: 'zone-not-loaded',
  severity: 'hint',
  summary: 'No configuration of the workspace loads the zone',
  needsAllFiles: true,
});
/** Mistake in a server's configuration. */
export const configurationSyntax = textRule({
  id: 'configuration-syntax',
  severity: 'error',
  summary: "Mistake in a server's configuration",
});
/** Configuration files include each other in a circle. */
export const configurationIncludeLoop = textRule({
  id: 'configuration-include-loop',
  severity: 'error',
  summary: 'Configuration files include each other in a circle',
});
/** Zone file that a configuration names is not there. */
export const configurationFileMissing = textRule({
  id: 'configuration-file-missing',
  severity: 'warning',
  summary: 'Zone file that a configuration names is not there',
});
/** Zone is declared twice. */
export const configurationZoneDuplicate = textRule({
  id: 'configuration-zone-duplicate',
  severity: 'error',
  summary: 'Zone is declared twice',
});
/** Several zones are read from one file. */
export const configurationFileShared = textRule({
  id: 'configuration-file-shared',
  severity: 'hint',
  summary: 'Several zones are read from one file',
});

/** The rules whose findings come with reading the texts, in the order of precedence. */
export const textRules: readonly TextRule[] = [
  textRule({ id: 'syntax-ipv4', severity: 'error', summary: 'Not an IPv4 address' }),
  textRule({ id: 'syntax-ipv6', severity: 'error', summary: 'Not an IPv6 address' }),
  textRule({
    id: 'syntax-address-family',
    severity: 'error',
    summary: 'Address of the other family: A holds IPv4, AAAA holds IPv6',
  }),
  textRule({ id: 'syntax-leading-zero', severity: 'error', summary: 'Octet of an address with a leading zero' }),
  textRule({ id: 'syntax-type', severity: 'error', summary: 'Unknown record type' }),
  textRule({ id: 'syntax-class', severity: 'error', summary: 'Record of another class than its zone' }),
  textRule({
    id: 'syntax-field-missing',
    severity: 'error',
    summary: 'A part of a record or directive is missing',
    followsUnclosed: 'anywhere',
    mayGoOn: 'closed',
    mayBeGroup: true,
  }),
  textRule({
    id: 'syntax-field-extra',
    severity: 'error',
    summary: 'Something follows where a record or directive is complete',
    followsUnclosed: 'at-mark',
  }),
  textRule({ id: 'syntax-number', severity: 'error', summary: 'Not a number, or one out of range' }),
  textRule({
    id: 'syntax-value',
    severity: 'error',
    summary: 'A field holds something that its record type does not know',
  }),
  textRule({ id: 'syntax-string', severity: 'error', summary: 'String of more than 255 octets' }),
  textRule({ id: 'syntax-hex', severity: 'error', summary: 'Not hexadecimal data' }),
  textRule({ id: 'syntax-base64', severity: 'error', summary: 'Not base64 data' }),
  textRule({ id: 'syntax-base32', severity: 'error', summary: 'Not base32 data' }),
  textRule({ id: 'syntax-generic-rdata', severity: 'error', summary: 'Rdata in the form of unknown types is wrong' }),
  syntaxQuote,
  syntaxParenthesis,
  textRule({ id: 'syntax-escape', severity: 'error', summary: 'Bad escape after a backslash', mayBeGroup: true }),
  textRule({ id: 'syntax-label-length', severity: 'error', summary: 'Label of more than 63 octets', mayBeGroup: true }),
  textRule({ id: 'syntax-label-empty', severity: 'error', summary: 'Name with an empty label', mayBeGroup: true }),
  textRule({ id: 'syntax-name-length', severity: 'error', summary: 'Name of more than 255 octets', mayBeGroup: true }),
  textRule({ id: 'syntax-directive', severity: 'error', summary: 'Unknown directive' }),
  syntaxIncludeMissing,
  syntaxIncludeLoop,
  textRule({ id: 'syntax-generate', severity: 'error', summary: 'Mistake in a $GENERATE line' }),
  syntaxTemplate,
  syntaxFinalNewline,
  syntaxCrlf,
  portabilityGenerate,
  portabilityOrigin,
  portabilityIncludeTtl,
  portabilityTtl,
  textRule({
    id: 'owner-after-origin',
    severity: 'warning',
    summary: 'Record takes over an owner from before $ORIGIN',
  }),
  ttlMissing,
  textRule({ id: 'ttl-range', severity: 'warning', summary: 'TTL out of range' }),
  textRule({ id: 'serial-range', severity: 'error', summary: 'Serial of more than 32 bits', leavesRecords: true }),
  textRule({ id: 'ds-digest-length', severity: 'error', summary: 'Digest of a DS record has the wrong length' }),
  textRule({ id: 'svcb-invalid', severity: 'error', summary: 'Mistake in the parameters of an SVCB or HTTPS record' }),
  suppressionUnknownRule,
  suppressionUnused,
  originUnknown,
  signedZoneStale,
  rrsigInvalid,
  zoneNotLoaded,
  configurationSyntax,
  configurationIncludeLoop,
  configurationFileMissing,
  configurationZoneDuplicate,
  configurationFileShared,
];

function textRule(row: Omit<TextRule, 'scope'>): TextRule {
  return { scope: 'text', ...row };
}
