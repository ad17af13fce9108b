/** The names that the refused host goes by. */
export interface ClientNames {
  /** What it called itself. */
  readonly helo: string | null;
  /** What its PTR record says, or what a receiver took for it. */
  readonly ptr: string | null;
}

const HOST = '([A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})(?:\\.[A-Za-z0-9_-]{1,63}){1,10})';
const IP = '\\[?(?:ipv6 )?[0-9a-f:.]{3,45}\\]?';

/** HELO names, the surest place first. */
const HELOS: readonly RegExp[] = [
  `<${HOST}>: ?(?:helo|ehlo)\\b`,
  `<([A-Za-z0-9_-]{1,63})>: ?(?:helo|ehlo)\\b`,
  `\\b(?:it|your)self (?:as )?[<("'\\[]{0,2}${HOST}`,
  `\\bhelo command rejected[^<]{0,80}<${HOST}>`,
  `\\bH=(?:${HOST.replace('(', '(?:')} )?\\(${HOST}\\)`,
  `\\((?:helo|ehlo) ${HOST}\\)`,
  `\\bhelo=<?${HOST}`,
  `\\brejected (?:ehlo or helo|ehlo|helo) ([A-Za-z0-9_.-]{1,253}): `,
  `\\b(?:helo|ehlo) \\(not ([A-Za-z0-9_.-]{1,253})\\)`,
  `\\b(?:helo|ehlo)(?:'?d|ed) (?:itself )?(?:as |with )?[<("'\\[]{0,2}${HOST}`,
  `\\bhelo=<?([A-Za-z_][A-Za-z0-9_-]{0,62})[>)]`,
  `\\b(?:helo|ehlo)(?:\\/(?:helo|ehlo))? ?(?:name|argument|command|string|domain|host|hostname|greeting|value|parameter|parameter is|as|with|of|was|is|from sender|:|=)? ?[:=]? ?[<("'\\[]{0,2}${HOST}`,
  `\\b(?:helo|ehlo)(?: name| argument| domain| host)? ?[:=]? ?[<("'\\[]([A-Za-z_][A-Za-z0-9_-]{1,62})[>)"'\\]]`,
  `\\bbad helo:? ?[<("'\\[]{0,2}${HOST}`,
  `\\b(?:helo|ehlo|itself as) [<("'\\[]{0,2}(localhost)\\b`,
  `\\b(?:helo|ehlo)(?:[ -]name| argument)?: ?([A-Za-z]{1,20}[-_\\d][A-Za-z0-9_-]{0,40})\\b`,
  `[<("'\\[]${HOST}[>)"'\\]] ?(?:is |as )?(?:in |given in |used in |sent in )?(?:your |the )?(?:helo|ehlo)\\b`,
  `\\b${HOST} (?:is an? )?(?:in|given in|used in|sent in|invalid|bad|forged) (?:your |the )?(?:helo|ehlo)\\b`,
  `\\breceived: from ${HOST} \\(`,
].map((source) => new RegExp(source, 'i'));

/** Names of PTR records, the surest place first. */
const PTRS: readonly RegExp[] = [
  `\\bhostname ${HOST} (?:does not resolve|verification failed)`,
  `\\bgetaddrinfo\\(${HOST}, `,
  `\\bdoes not match any ip address for ${HOST}`,
  `\\bno ip address found for host ${HOST}`,
  `\\baddress not listed for hostname ${HOST}`,
  `\\b(?:RCPT|CONNECT|EHLO|HELO|MAIL|DATA|END-OF-MESSAGE) from ${HOST}\\[`,
  `\\breceived: from [^\\s()]{1,255} \\((?:ehlo |helo )?${HOST}\\.? \\[`,
  `\\breceived: from ${HOST} \\((?:helo|ehlo) `,
  `\\breceived: from ${HOST} \\(\\[?[0-9a-f.:]{3,45}\\]? helo=`,
  `\\bH=${HOST} \\([^)]{1,255}\\) \\[`,
  `\\borigin_rdns: ${HOST}`,
  `\\bPTR=\\[${HOST}\\]`,
  `\\bnon-matching ${HOST} \\(`,
  `\\b(?:remote-ip|policy\\.iprev|client-ip)=[0-9a-f.:]{3,45} \\(${HOST}\\)`,
  `\\bsmtp\\.(?:remote-host|hostname)=${HOST}`,
  `\\barg1=${HOST}, ?arg2=`,
  `\\brelay=${HOST} \\[[^\\n]{0,400}\\breject=`,
].map((source) => new RegExp(source, 'i'));

/** Names of PTR records as replies have them. */
const PTRS_IN_REPLY: readonly RegExp[] = [
  `\\bdomain ${HOST} mismatch`,
  `\\b(?:ptr|rdns|reverse dns|reverse host ?name|reverse name|reverse|pointer)(?: dns)?(?: record| entry| name| host ?name| value| target| look-?up| of ${IP}| for ${IP}){0,6}(?: is| was| of| to| points to| resolves to| returned| says| as|:| =|,)? ?[:=]? ?[<("'\\[]{0,2}${HOST}`,
  `\\b(?:resolves|resolved|points|maps|mapped|reverses) (?:back )?to ?[<("'\\[]{0,2}${HOST}`,
  `\\b(?:ptr|rdns|reverse dns)\\b[^()\\[\\].]{0,20}${IP}?[^()\\[\\].]{0,60}[(\\[]${HOST}[)\\]]`,
  `${IP} ?(?:\\(|\\[|<|is |as |!?= ?|-> ?|=> ?|\\/)${HOST}`,
  `\\b(?:your |the |client )?(?:host ?name|dns name|name) ?(?:is |was |of |:)? ?[<("'\\[]{0,2}${HOST}`,
  `\\b${HOST} ?(?:\\(|\\[)(?:ipv6 )?[0-9a-f:.]{3,45}[\\])]`,
  `(?<!\\/)\\b${HOST}\\/\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d`,
  `[(\\[](?:now|currently|found):? ${HOST}`,
  `\\b(?:generic|dynamic|residential|mismatch\\w{0,3}): ?[<("'\\[]{0,2}${HOST}`,
  `[<("'\\[]${HOST}[>)"'\\]] (?:looks?|appears?|seems?|is) `,
  `\\b${HOST} (?:looks?|appears?|seems?|points|resolves|maps|does not|doesn't|is (?:a )?(?:generic|dynamic|not))`,
].map((source) => new RegExp(source, 'i'));

/** The names that the words around a reply give the refused host: a log, a header. */
export function namesInFrame(text: string): ClientNames {
  const line = text.replace(/\s{1,200}/g, ' ');
  return { helo: first(HELOS, line), ptr: first(PTRS, line) };
}

/** The names that a reply itself gives it. `isOther` says which names are the receiver's. */
export function namesInReply(reply: string, isOther: (name: string) => boolean): ClientNames {
  const text = reply
    .replace(/\bhttps?:\/\/\S{1,500}/gi, ' ')
    .replace(/[\w.+-]{1,100}@[\w.-]{1,200}/g, ' ')
    .replace(/\s{1,200}/g, ' ');
  const keep = (name: string | null): string | null => (name === null || isOther(name) ? null : name);
  return { helo: keep(first(HELOS.slice(0, -1), text)), ptr: keep(first(PTRS_IN_REPLY, text)) };
}

/** The only host name in the words of a reply; null where there are none, or several. */
export function onlyNameIn(reply: string, isOther: (name: string) => boolean): string | null {
  const text = reply
    .replace(/\bhttps?:\/\/\S{1,500}/gi, ' ')
    .replace(/[\w.+-]{1,100}@[\w.-]{1,200}/g, ' ')
    .replace(/\b(?:listed|blocked|found|is) (?:at|in|on|by|using) [\w.-]{1,200}/gi, ' ');
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(ANY_HOST)) {
    const bare = name.replace(/\.{1,5}$/, '');
    if (isHostName(bare) && !isOther(bare)) names.add(bare);
    if (names.size > 1) return null;
  }
  return [...names][0] ?? null;
}

const ANY_HOST = new RegExp(`(?<![\\w.-])${HOST}`, 'g');

function first(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const name = pattern.exec(text)?.[1]?.replace(/\.{1,5}$/, '');
    if (name !== undefined && isHostName(name)) return name;
    if (name !== undefined && !name.includes('.') && pattern.source.includes('helo')) return name;
  }
  return null;
}

/** `unknown` has no dot and numbers are addresses; reverse names are names of nothing, and Microsoft signs with hosts of its own. */
function isHostName(name: string): boolean {
  return (
    /\.[a-z][a-z0-9-]{1,62}$/i.test(name) &&
    !/\.(?:arpa|prod\.protection\.outlook\.com)$|^(?:e\.g|i\.e|your\.|my\.|xxx?\.)/i.test(name)
  );
}
