/** The server that refused, as far as a text tells. */
export interface Receiver {
  readonly host: string | null;
  /** Its registered domain, or a brand that people know it by. */
  readonly name: string | null;
}

const NAME = '([A-Za-z0-9][A-Za-z0-9_-]{0,62}(?:\\.[A-Za-z0-9_-]{1,63}){1,10})';

/** How the languages of bounces say that a server said something. */
export const SAID =
  '(?:meldete?|antwortete?|sagte?|schrieb|lehnte|a (?:répondu|dit|renvoyé|refusé)|dijo|respondió|ha (?:risposto|detto|rifiutato)|respondeu|disse|antwoordde|zei|svarade|svarede|svarte|odpowiedział|odpověděl|ответил|сообщил|відповів|yanıt verdi|返回|拒[绝絕])';

/** What stands before the name of the server that refused; the surest first. */
const HOSTS: readonly RegExp[] = [
  `(?<!client |your |sending |sender |this )\\bhost:?\\s{1,20}${NAME}\\.?\\s?\\[[^\\]\\n]{2,60}\\](?::\\d{1,5})?\\s{0,20}(?:said|refused|:)`,
  `\\brelay=${NAME}\\.?\\s?\\[(?![^\\n]{0,400}\\breject=)`,
  `\\brelay="[0-9a-f.:]{2,45} \\(${NAME}\\)`,
  `\\bhost:?\\s{1,20}${NAME}\\.?\\s?[\\[(]`,
  `\\bH=${NAME}\\s\\[[^\\]\\n]{2,60}\\][^\\n]{0,400}(?:SMTP error|remote mail server)`,
  `\\bH=${NAME}\\s\\[`,
  `\\bwhile talking to\\s{1,20}\\[?${NAME}`,
  `\\bsending to [0-9a-f.:]{2,45}(?::\\d{1,5})?\\s{1,40}\\(${NAME}\\)`,
  `\\b(?:connect|connecting|connected|connection|conversation|handshake|delivering|delivery|talking|sending (?:\\w{1,10} ){0,3}(?:message|mail|e-?mail))(?: to| with)\\s{1,20}${NAME}\\.?[\\s\\[(:]`,
  `\\blost connection with\\s{1,20}${NAME}`,
  `\\bserver (?:at|bei) ${NAME}`,
  `\\btransferring to ${NAME};`,
  // The columns of PowerMTA's accounting files.
  `,${NAME} \\([0-9a-f.:]{3,45}\\)(?:,|\\n|$)`,
  `(?:^|[\\s:'])(?:server|host|hôte|serveur|servidor|сервер|serwer|sunucu)\\s{1,20}${NAME}\\.?\\s?[\\[(][^\\]\\n]{2,60}[\\])]\\s{0,5}${SAID}`,
  `(?:^|[\\s:'])(?:server|host|hôte|serveur|servidor|сервер|serwer|sunucu)\\s{1,20}${NAME}\\s{1,5}${SAID}`,
  `"?\\b(?:mx-?host|mx|remote[-_]?(?:host|server)|destination|remoteHostName)"?\\s?[:=]\\s?"?${NAME}`,
  `\\n\\s{0,40}${NAME}\\n\\s{0,40}remote server returned`,
  `(?:^|\\n)\\s{0,40}${NAME} (?:rejected your message|gave this error|returned|said)`,
  `(?:^|\\n)\\s{0,40}${NAME}\\.? \\[[^\\]\\n]{2,60}\\]:?\\s{0,5}(?:\\n|$|#)`,
  `\\b(?:server for the recipient domain|recipient domain) \\S{1,200} by ${NAME}`,
  `(?:^|\\n)\\s{0,20}(?:remote |receiving |destination |empfangender )?server: ${NAME}`,
  `(?:\\bserveur de réception|\\bservidor (?:de recepción|receptor)|服务器|伺服器|サーバー?)\\s?[:：]?\\s?${NAME}`,
  `\\{FQDN=${NAME}\\}`,
  `\\bdelivery (?:host:|to \\S{1,200} via)\\s{1,20}${NAME}`,
  `\\b(?:error|reply|response) from ${NAME}`,
  `(?:^|\\n)\\s{0,20}${NAME}\\[[^\\]\\n]{2,60}\\](?::\\d{1,5})?: [45]\\d\\d[ -]`,
  `\\[LastAttemptedServerName=${NAME}\\]`,
  `\\bremote[- ]mta:?\\s{0,20}(?:dns;)?\\s{0,20}${NAME}`,
  `(?:^|[\\s<])${NAME} #[45](?:\\.|\\d\\d )`,
  `(?:^|\\n)\\s{0,20}${NAME}\\[[^\\]\\n]{2,60}\\](?::\\d{1,5})?[\\s:]{1,20}(?:said|refused|replacing)`,
  `[:\\s]${NAME}\\[[^\\]\\n]{2,60}\\](?::\\d{1,5})?[\\s:]{1,20}(?:said|refused|replacing)`,
  `(?<!\\d )\\b(?:serveur distant|entfernter server|servidor remoto|server remoto|remote server|mail server|smtp server)\\s{0,3}:?\\s{0,3}${NAME}`,
  `\\b(?:remote|receiving|recipient) mail ?server \\(${NAME}\\) (?:says|said)`,
  `\\bhostname = "${NAME}", code = [45]`,
  `"peer_address": ?\\{"name": ?"${NAME}"`,
  `\\[${NAME}\\.? [0-9a-f.:]{3,45}: `,
].map((source) => new RegExp(source, 'i'));

/** The host name of the server that refused, as the sender's own words have it; null where they don't. */
export function receiverHost(text: string): string | null {
  return hostIn(text) ?? (FOLD.test(text) ? hostIn(text.replaceAll(FOLDS, ' ')) : null);
}

/** Where a program for mail broke a line. */
const FOLD = /\n[ \t]/;
const FOLDS = /\n[ \t]{1,40}/g;

function hostIn(text: string): string | null {
  for (const pattern of HOSTS) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined && /[a-z]/i.test(name) && !isOwnWord(name) && !isReporter(text, name))
      return withoutDot(name);
  }
  return null;
}

/** Exchange 2003 begins with itself what another server said to it: `<mail.example.com #5.5.0 smtp;501 ...>`. */
function isReporter(text: string, name: string): boolean {
  const at = text.indexOf(`<${name} #`);
  if (at < 0) return false;
  const before = text.slice(0, at);
  if (/communication problem with the recipient's|recipient\(s\) (?:could not|cannot) be reached/i.test(before))
    return true;
  const recipient = /[\w.+-]{1,100}@([\w.-]{1,200}\.[a-z]{2,20})/i.exec(before)?.[1];
  return recipient !== undefined && ownerOf(recipient) !== ownerOf(name);
}

/** The host that somebody says refused, in words around the reply. */
export function refuserIn(text: string): string | null {
  return (
    new RegExp(`\\b(?:rejected|refused|bounced|returned|blocked) by:?\\s{1,20}${NAME}`, 'i').exec(text)?.[1] ?? null
  );
}

/** The host name with which a reply introduces itself: `554 mx.example.net ESMTP ...`, `554-example.net (mx001) Nemesis`. */
export function greetingHost(reply: string): string | null {
  const name = (GREETING.exec(reply) ?? GREETING_LINE.exec(reply))?.[1];
  return name === undefined || !/[a-z]/i.test(name) ? null : withoutDot(name);
}

const GREETING_LINE = new RegExp(`^#?[245]\\d\\d[- ]${NAME}\\s{0,5}(?:\\n|[45]\\d\\d[- ]|$)`, 'i');

const GREETING = new RegExp(
  `^#?(?:[245]\\d\\d[- ]){1,2}(?:[45]\\.\\d{1,3}\\.\\d{1,3} )?${NAME}:? (?:\\(\\w{1,40}\\) |\\w{1,20} )?(?:e?smtp|cmsmtp|bizsmtp|nemesis|service|comcast|cox|me|ready|closing|not accepting|no smtp|connection|server|imp|mail|your)\\b`,
  'i',
);

/** Who a host belongs to: a brand for those whose hosts have another name than they, else the registered domain. */
export function ownerOf(host: string): string | null {
  const name = host.toLowerCase();
  if (/(?:^|\.)(?:local|lan|internal|localdomain|localhost|home|corp)$/.test(name)) return null;
  const brand = BRAND_HOSTS.find(([suffix]) => name === suffix || name.endsWith(`.${suffix}`))?.[1];
  return brand ?? registeredDomain(name);
}

const BRAND_HOSTS: readonly (readonly [string, string])[] = [
  ['google.com', 'gmail'],
  ['googlemail.com', 'gmail'],
  ['gmail.com', 'gmail'],
  ['outlook.com', 'outlook'],
  ['hotmail.com', 'outlook'],
  ['office365.us', 'outlook'],
  ['live.com', 'outlook'],
  ['office.com', 'outlook'],
  ['microsoft.com', 'outlook'],
  ['yahoodns.net', 'yahoo'],
  ['yahooinc.com', 'yahoo'],
  ['yahoo.com', 'yahoo'],
];

/** The domain that somebody registered: the last two labels, or three below a country's `co`, `com` and the like. */
function registeredDomain(name: string): string {
  const labels = name.split('.');
  const isDeep = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && SECOND_LEVEL.has(labels.at(-2) ?? '');
  return labels.slice(isDeep ? -3 : -2).join('.');
}

const SECOND_LEVEL = new Set('ac co com edu gob gouv gov gub go ltd mil ne net nom or org plc sch'.split(' '));

/** Whom the words of a reply show: its own signature, its help pages, its mailbox for complaints. */
export function ownerInReply(reply: string): string | null {
  if (/\bgsmtp\b|support\.google\.com/i.test(reply)) return 'gmail';
  const shown =
    /\b(?:abuse|postmaster|tobr|unblock|mailadmin|admin|support|hostmaster|noc)@([\w.-]{1,200}\.[a-z]{2,20})/i.exec(
      reply,
    )?.[1] ??
    /\bhttps?:\/\/(?:www\.)?postmaster(?:-\w{2})?\.([\w.-]{1,200}\.[a-z]{2,20})/i.exec(reply)?.[1] ??
    /\bhttps?:\/\/([\w.-]{1,200}\.[a-z]{2,20})\/[\w/-]{0,60}(?:senderguidelines|postmaster|smtp-error|error-?codes?)/i.exec(
      reply,
    )?.[1];
  if (shown !== undefined) return isThirdParty(shown) ? null : ownerOf(withoutDot(shown));
  for (const [pattern, owner] of SIGNED) if (pattern.test(reply)) return owner;
  return null;
}

/** Receivers that sign with their name, or link to a page of theirs. */
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [/\bcomcast (?:requires|block)|\bcomcast\.net\b/i, 'comcast.net'],
  [/\bearthlink\.net\b/i, 'earthlink.net'],
  [/\bcox\.net\b|\bAUP#C/i, 'cox.net'],
  [/\bcharter\.net\b|\bspectrum(?:business)?\.net\b/i, 'charter.net'],
  [/\bOFR\d{0,3}_\d{3}\b/, 'orange.fr'],
  [/\bLPN[A-Z\d]{0,3}_\d{3}\b/, 'laposte.net'],
  [/\bmail\.163\.com\b/i, '163.com'],
  [/\b(?:service|open)\.(?:ex)?mail\.qq\.com\b/i, 'qq.com'],
  [/\bhelp\.yahoo\.com\b|\byahoo\.com\b/i, 'yahoo'],
  [/\boutlook\.com\b|\bmail\.live\.com\b|\bsendersupport\b|\bsender\.office\.com\b/i, 'outlook'],
  [/\bcommunity\.mimecast\.com\b/i, 'mimecast.com'],
  [/\baol\.com\b/i, 'aol.com'],
  [/\bt-online\.de\b/i, 't-online.de'],
  [/\bicloud\.com\b|\bapple\.com\b/i, 'icloud.com'],
  [/\bfree\.fr\b/i, 'free.fr'],
  [/\byandex\.(?:ru|com)\b/i, 'yandex.ru'],
  [/\bmail\.ru\b/i, 'mail.ru'],
  [/\bgmx\.(?:net|com|de)\b/i, 'gmx.net'],
  [/\bweb\.de\b/i, 'web.de'],
];

function isThirdParty(domain: string): boolean {
  return /(?:^|\.)(?:spamhaus|spamcop|sorbs|barracudacentral|rfc-ignorant|schweikert|openspf|magicspam|spamauditor|mxtoolbox|example)\./.test(
    `${domain.toLowerCase()}.`,
  );
}

function isOwnWord(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name);
}

function withoutDot(name: string): string {
  return name.replace(/\.{1,5}$/, '');
}
