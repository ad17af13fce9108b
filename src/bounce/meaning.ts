import type { About, Claim, Reason } from './claim.ts';
import { inAllLanguages } from './languages.ts';
import { WORDINGS } from './wordings.ts';

/** A claim, with who alone makes it in these words. */
export interface Understood extends Claim {
  readonly receiver?: string;
}

const MOST_WORDS = 6000;

/** What the words of a reply claim; undefined where they name nothing that is known. */
export function understand(words: string): Understood | undefined {
  const text = words.slice(0, MOST_WORDS);
  return byWording(text) ?? byMeaning(withoutNames(text));
}

function byWording(text: string): Understood | undefined {
  const close = text.replaceAll(' ', '');
  for (const { pattern, about, reason, receiver } of WORDINGS) {
    const isFound =
      typeof pattern === 'string'
        ? text.includes(pattern) || close.includes(pattern.replaceAll(' ', ''))
        : pattern.test(text);
    if (isFound) return { about, reason: reason ?? null, ...(receiver === undefined ? {} : { receiver }) };
  }
  return undefined;
}

/** Names and links say nothing by the words in them: `no.rdns.example.net` has a reverse name. */
function withoutNames(text: string): string {
  return text
    .replace(LIST_PAGE, ' dnsrbl ')
    .replace(/\bhttps?:\/\/(?:www\.)?openspf\.\w{2,4}\/\S{0,500}|\bv=spf1 .{0,300}?[~?+-]all\b/g, ' spf ')
    .replace(
      /(?<![\w/.@-])(?:[\w-]{1,30}\.){0,4}(?:spamhaus|spamcop|sorbs|barracudacentral|uceprotect|spamrats|abuseat)\.\w{2,3}\b/g,
      ' dnsrbl ',
    )
    .replace(/\bhttps?:\/\/\S{0,200}(?:dnsbl|\brbl|black-?list|block-?list|delist)\S{0,300}/g, ' blacklist ')
    .replace(/\bhttps?:\/\/\S{1,500}/g, ' url ')
    .replace(/\b[\w.+-]{1,100}@[\w.-]{1,200}/g, ' mailbox ')
    .replace(/(?:[0-9a-f]\.){32}ip6\.arpa|(?:\d{1,3}\.){1,4}in-addr\.arpa/g, ' reverse-name ')
    .replace(/(?<![\w.-])(?:[\w-]{1,63}\.){1,10}[a-z][\w-]{1,62}(?![\w-])/g, (name) =>
      /^(?:e\.g|i\.e)$/.test(name) ? name : name.endsWith('.arpa') ? ' reverse-name ' : ' host ',
    )
    .replace(/\[fcrdns\]/g, ' ')
    .replace(/\s{1,500}/g, ' ');
}

/** Where the keepers of block lists tell of an address. */
const LIST_PAGE =
  /\bhttps?:\/\/[^\s/]{0,60}\b(?:sorbs|spamhaus|spamcop|uceprotect|spamrats|barracudacentral|cloudmark)\.\w{2,4}\/[^\s?]{0,80}\?\S{1,300}/g;

/** What stands for the reverse look-up, in the languages that receivers speak. */
const REVERSE = new RegExp(
  [
    String.raw`\breverse\b(?![- ](?:path|alias|proxy|transaction|order)\b)|\br-?dns\b|\brevdns\b|\bptrs?(?![a-z])|\bfcr-?dns\b|\breverse-name\b`,
    String.raw`\breverse(?:d|-| ){1,2}(?:dns|d\.n\.s|look-?ups?|host ?names?|host|names?|records?|mappings?|resolution|resolv\w{1,5}|zones?|entry|entries|ptrs?|ip|address(?:es)?|domain|delegation|pointers?|verification|validation|check|map)\b`,
    String.raw`\breverses?\b.{0,12}\bdns\b|\bpointer records?\b|\bforward ?(?:\/|and) ?reverse\b|\binverse (?:dns|resolution|look-?ups?|mapping|query|queries|names?)\b|\bin-addr\b|\bbackward dns\b`,
    String.raw`\bgethostbyaddr\b|\bforward[- ]confirmed\b|\bdns (?:entry|record|name|host ?name) (?:for|of) (?:your|the|this|its) (?:ip|server|address|host)`,
    // Received by the words of other languages.
    `rückwärts|reverse-?dns|dns invers[eo]|r[ée]solution invers|enregistrement invers|resoluci[óo]n inversa|risoluzione inversa|dns revers[oe]|revers[oa] (?:de )?dns|resolu[çc][ãa]o reversa|обратн|odwrotn|reverz|zpětn|ters dns|omgekeerde|反向|反解|逆引`,
    inAllLanguages('reverse'),
  ].join('|'),
  'gu',
);

/** The name of the client, where a reply speaks of it without the word "reverse". */
const CLIENT_NAME =
  /\b(?:(?:can ?not|could ?n[o']t|can't|unable to|failed to|did not|not able to) (?:find|resolve|determine|look ?up|get|verify) (?!any host (?:named|by)\b)(?:a |any |the |your |you |client |sender |remote |connecting |sending |its ){0,6}(?:ip|host ?name|host|server name|dns name|domain name|name|\d{1,3}\.\d{1,3}\.) ?(?:address)?(?: (?:for|of|from|to) (?:your |the |a |this |client ){0,6}(?:ip|address|client|server|host|\[|<|\d))?|no (?:valid )?(?:host ?name|dns name|dns entry|name|domain name) (?:for|found for|associated with|assigned to) (?:your |the |this |client |ip |host ){0,6}(?:ip|address|client|\[|<|\(?\d)|(?:ips?|client|host|server) (?:address(?:es)? )?(?:\S{1,50} ){0,2}(?:has no|have no|without(?: an?)?|does ?n[o']t have an?|does not have an?|must have an?|needs an?) (?:valid |proper |associated |assigned |known |corresponding )?(?:host ?name|dns name|name|dns entry|domain name)|(?:ip|address|(?:sending|client|connecting|your) (?:host|server)|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})\W{0,3}(?:\S{1,45} )?(?:is |was )?(?:can ?not be|could not be|can't be|couldn't be|does ?n[o']t|did ?n[o']t|not|un) ?(?:be )?(?:reverse[- ])?resolv\w{1,4}|(?:host ?name|name|fqdn) of (?:your |the |mail ){0,2}(?:(?:client|host|server|ip)\b|\[?\d).{0,40}\b(?:unknown|not found|missing|can ?not be|could not be)|\bnameless (?:host|client|ip)|has no (?:host ?name|name|entry|record) in (?:the )?dns\b|(?:unknown|unverified) client host|client (?:\S{3,50} )?host ?name (?:not found|unknown)|no host ?name(?! (?:in|given|sent))|unknown host(?: ?name)?:? [[(<]?\d{1,3}\.|host ?name (?:is )?unknown:? [[(<]?\d{1,3}\.|(?:\d{1,3}\.\d{1,3}\]?|address|ip|client|host) has no (?:(?:dns )?name(?! ?server)|fqdn)|(?:ip|address|host|\d{1,3}\]?) (?:\S{1,50} )?(?:is |was )?not (?:registered|listed|found|known|present) in (?:the )?dns)/;

const GENERIC =
  /\b(?:generic|generische?\w?|g[ée]n[ée]rique|gen[ée]ric[oa]|dynamic\w{0,5}|dynamisch\w{0,2}|dynamique|din[áa]mic[oa]|dinamic[oa]|динамическ\w{0,3}|dyn|dial-?up|dial-?in|residential|(?:x|a|v)?dsl|cable modem|broadband|pool|dhcp|auto-?generated|automatically (?:generated|assigned)|auto-?assigned|end[- ]?user|customer (?:line|connection|range|pool|access|host ?name|name)|subscriber|consumer|default (?:name|ptr|rdns|reverse|host ?name)|isp-?assigned|numeric|machine-generated|client-like|non-custom|not custom|custom|(?:contains|includes|has) (?:the|your|its|an?) (?:own )?ip(?: address)?(?: in it)?)\b/;

/** A name is called generic, though nothing is said of how it was found. */
const GENERIC_NAME =
  /\b(?:generic|dynamic|default|dial-?up|residential|auto-?generated|dhcp)(?:-looking)? (?:(?!mailbox)\w{1,12} ){0,1}(?:host ?names?|dns names?|names?)\b|\b(?:host ?name|server name|dns name|name of your (?:host|server)) (?:\S{1,80} ){0,4}(?:looks?|seems?|appears?|is|suggests?|indicates?) (?:\w{1,12} ){0,3}(?:generic|dynamic(?:ally)?|dial-?up|residential|auto-?generated)\b/;

/** The name of the client in other languages. */
const FOREIGN_NAME =
  /\b(?:hostnaam|nazwy hosta|nombre de host|nome host|nom d'h[ôo]te|ip ohne (?:host)?namen|n'a pas de nom)\b/;

/** The way there and the way back, told one after the other. */
const LEADS_ELSEWHERE = /\bresolve[ds] to .{1,120}\b(?:but|which|and) .{0,120}\bresolves? to\b/;

/** The name is that of another address. */
const OF_ANOTHER =
  /\b(?:does not|doesn't) (?:point|map|resolve|lead) back\b|\b(?:ip|address)\b.{0,60}\bhost ?name\b.{0,80}\b(?:do not|don't|does not|doesn't) (?:match|agree)\b|\bhost has (?:the )?(?:address|ip)\b.{0,60}\bbut\b.{0,60}\bfrom\b/;

/** The way back alone. */
const FORWARD =
  /\b(?:fix|no|missing|broken|check|set|without|lacks?) (?:a |any |your |the |matching ){0,2}forward (?:dns|records?|entry|look-?ups?|resolution)\b|\bforward (?:dns|look-?up|resolution) (?:\S{1,80} ){0,4}(?:fail\w{0,3}|missing|mismatch)\b/;

/** "Reverse DNS is a.example.org but a.example.org is ...", names left out. */
const NAME_ELSEWHERE =
  /\bis host\b.{0,30}\bbut\b.{0,30}\bhost (?:is|has|resolves|points)\b|\bis host\b.{0,5}(?:which|but it|and it|that) (?:resolves|points|leads|maps) to\b|(?:->|=>|→) ?host ?(?:->|=>|→)|\bhas (?:an? |only )?(?:a|aaaa) records? \[?\d/;

const GENERIC_HOSTS = /\b(?:generic|dynamic|dial-?up|residential|dsl|auto-?generated)\b/;

const NOT_CONFIRMED =
  /\b(?:not|\w{2,6}n't|nt|never|no|nor|nicht|pas|non|no se|não|nao|не) (?:\w{1,12} ){0,3}(?:match\w{0,3}|matching|correspond\w{0,6}|resolve (?:back )?to|resolved to|(?:point|resolve|map|lead)\w{0,1} back|point\w{0,3} (?:back )?to|agree|(?:contain|include|list|cover) (?:\[|\d|your|the|this)|map (?:back )?to|identical|equal|the same|consistent|confirm\w{0,3}|überein\w{0,8}|zurück|vers|coincid\w{0,3}|corrispond\w{0,3}|совпада\w{0,3})|\b(?:mismatch\w{0,2}|mis-match|disagree\w{0,2}|contradicts?|conflict\w{0,3}|inconsistent|inconsistency|inkonsistent|forward[- ]?confirm\w{0,5}|fcr-?dns|forged|forward (?:look-?ups?|dns|records?|entry|entries|resolution|mapping)|double[- ]reverse|paranoi[ad]|differs?|different (?:ip|address|host|domain|name)|none of .{0,50}\b(?:resolve|match|point)\w{0,2}|round[- ]?trip|stimmt nicht|does not equal|ne (?:correspond|r[ée]sout|pointe)\w{0,3} pas|(?:must|should|needs? to|has to|have to) (?:all |both )?(?:be the same|match|equal)|to match|no (?:coincide|corresponde|resuelve)|non (?:corrisponde|coincide|risolve)|n[ãa]o (?:corresponde|coincide|confere|resolve)|не соответству\w{0,3}|не совпада\w{0,3}|no (?:matching|corresponding|forward|a|aaaa|address|a\/aaaa)(?: or aaaa)? (?:a |aaaa |address |forward |host |dns ){0,6}records?|without an? (?:a|aaaa|address) record|has no address|not exist in dns)(?![a-z])|не соответству|не совпада|不匹配|不一致|一致しません|!=|≠/;

const ALL_NOT_CONFIRMED = new RegExp(NOT_CONFIRMED, 'g');

const NAME_UNRESOLVED =
  /\bunresolvable (?:ptr|rdns|reverse)|\b(?:ptr|reverse dns|rdns|reverse)(?: dns)?(?: record| entry| name| host ?name| value)? (?:\S{1,80} ){0,3}?(?:does ?n[o']t|do ?n[o']t|did ?n[o']t|not) (?:currently |properly |itself )?(?:resolv\w{1,3}|exist in dns|have an? (?:a|aaaa|address))\b|\b(?:record|entry|name|host ?name) (?:\S{1,80} ){0,3}?(?:can ?not|can't|could ?n[o']t) be resolved\b/;

const MISSING =
  /\b(?:no|without|missing|lacks?|lacking|absent|absence|need|needs|must|should have|required?|requires|requiring|empty|non-?exist\w{0,4}|nxdomain|none|null|nothing|unknown|unset|undefined|unavailable|not|\w{2,6}n't|dont|doesnt|nicht|kein\w{0,2}|fehlt|fehlend\w{0,2}|ohne|pas de|sans|absente?|aucune?|manquante?|sin|falta|no tiene|senza|manca|mancante|sem|n[ãa]o (?:tem|possui)|ausente|нет|отсутств\w{0,6}|без|brak|bez|yok|geen|ingen|ikke|inte|ei|nincs|ontbreekt|saknar|mangler|puuttuu|hiányzik)\b|없|chybí|não (?:tem|possui)|没有|沒有|缺少|无|無|ありません|なし|未設定|отсутств/;

const NOT_FOUND =
  /\b(?:can ?not|can't|could ?n[o']t|unable to|failed to|did not|didn't) (?:\w{1,10} ){0,2}(?:find|determine|get|obtain|locate|resolve|retrieve)\b/;

const INVALID =
  /\b(?:valid|invalid|bad|proper\w{0,2}|improper\w{0,2}|correct\w{0,2}|incorrect\w{0,2}|wrong|broken|faulty|mis-?configured|malformed|acceptable|unacceptable|suspicious|appropriate|poor|meaningful|legitimate|working|sane|ungültig\w{0,2}|gültig\w{0,2}|(?:un)?gueltig\w{0,2}|falsch\w{0,2}|fehlerhaft\w{0,2}|korrekt\w{0,2}|valide|invalide|incorrecte?|v[áa]lid[oa]|inv[áa]lid[oa]|incorrect[oa]|errat[oa]|корректн\w{0,3}|некорректн\w{0,3}|неверн\w{0,3}|nieprawidłow\w{0,3}|poprawn\w{0,3}|neplatn\w{0,3}|geldige?|ongeldige?|not verified|unverified|(?:ptr|rdns|reverse dns|reverse name)(?: record| name| entry)? (?:is )?not (?:allowed|permitted|accept\w{2,4})|(?:not|n't) (?:meet|satisfy|pass|comply|conform)|must have (?:a )?matching|must (?:contain|belong|end))\b|无效|無効|不正/;

const OTHER_FAULTS =
  /\b(?:unable|can ?not (?:verify|check|resolve)|can't (?:verify|check|resolve)|could ?n[o']t|problem|issue|error|fail\w{0,4}|rejected|refused|blocked|denied)\b/;

/** Nobody says what was found. */
const UNVERIFIED =
  /\b(?:can ?not|could not|can't|couldn't|unable to) (?:be )?(?:validate\w{0,1}|verif\w{1,3}|confirm\w{0,2})\b/;

const FAILED_FOR_NOW =
  /\b(?:servfail|server failure|time[ds]?[- ]?out|timeout|temp-?error|temporar\w{0,4} (?:dns |name |server |lookup |resolution )?(?:fail\w{0,4}|error|problem|unavailable|unresolv\w{0,4})|(?:dns|name ?server|resolver) (?:is )?(?:error|failure|problem|timeout|server error|unavailable|not available|unreachable|down)|deferred|fail\w{0,3} temporarily|temporarily fail\w{0,3}|did not complete|could not be completed|try (?:again|later)|zeitüberschreitung|vorübergehend|temporairement|no response|not respond\w{0,3}|unreachable|currently|momentarily|at (?:this|the) (?:time|moment)|right now)\b/;

/** These words are said of nothing but a look-up that had no answer. */
const FAILED_LOOKUP =
  /\btemporarily (?:unable|failed) to \w{1,10}\b|\b(?:not|\w{2,4}n't) answer\b|\bno (?:answer|response|reply) (?:for|from|to|when|within|in time)\b|\b(?:names?|records?|look-?ups?|dns|entry|resolution) (?:is |was |are )?temporarily unavailable\b|\bservfail\b|\btime[ds]?[- ]?out\b|\btemp-?error\b|\btimeout\b|\bquery\b.{0,60}\brefused\b|\blame (?:delegation|server|name)/;

const LOOKUP_FAILED =
  /\b(?:unable to|failed to|could not|couldn't|can ?not|can't) look ?up\b|\b(?:look-?ups?|query|queries|resolution|resolving|lookup for) (?:\S{1,60} ){0,5}(?:fail\w{0,4}|failing|defer(?:red)?|error|errored|aborted|impossible|unsuccessful)\b|\b(?:failed|failing|failure (?:in|of|during|on|while)|error (?:in|of|during|on|while)|unable to (?:do|perform|complete|make)) (?:\w{1,12} ){0,3}(?:look-?ups?|query|queries|resolution)\b|\b(?:rdns|reverse dns|ptr) (?:\S{1,60} ){0,3}?(?:can ?not|can't|could ?n[o']t) be (?:resolved|looked up|determined)\b/;

const HELO = /(?:^|[^\w=])(?:helo|ehlo)(?!\s?=|\w|-(?!name|string|domain|host))/;
/** What else is said for it. */
const HELO_SAID =
  /\b(?:announc|introduc|identif|present)\w{1,4} (?:it|your)self as\b|\bcall(?:s|ed)? (?:it|your)self\b|\bgreeting (?:host ?)?name\b/;
/** What a client calls itself, and what it is called. */
const BUT_REVERSE =
  /\bbut (?:the |its |your |has )?(?:rdns|ptr|reverse dns|reverse name|helo|ehlo)(?: name| record)? (?:is|says|gives)\b/;
const HELO_FAULT =
  /^(?:helo|ehlo)\b|\b(?:reject\w{0,3}|invalid|not|n't|no|must|need|needs|bad|mismatch\w{0,2}|denied|fqdn|fully|qualified|syntax|error|unknown|wrong|forged|refused|fail\w{0,4}|correct|inconsistent|differs?|spoof\w{0,3}|impersonat\w{0,4}|fake\w{0,1}|missing|illegal|malformed|unacceptable|blocked|literal|ungültig\w{0,2}|kein\w{0,2}|geen|ongeldige?|inv[áa]lid[oa]|non valid[oa]|nieprawidłow\w{0,3}|некорректн\w{0,3}|неверн\w{0,3}|abgelehnt|invalide|(?:my|our) (?:own )?(?:name|host ?name|ip|domain)|bogus|requires?|contains?|claims? to be|different|localhost|unresolvable|resolve\w{0,1})\b/;

/** What the words mean, one at a time, where no whole wording is known. */
function byMeaning(text: string): Understood | undefined {
  const near = aroundReverse(text);
  const reason = near === undefined ? undefined : reasonBesideName(text, near);
  if (reason) return { about: 'not-reverse-dns', reason };
  const isHelo = HELO_SAID.test(text) || (HELO.test(text) && HELO_FAULT.test(text));
  if (near !== undefined) {
    // A HELO name that is not the reverse name is a fault of the HELO.
    if (isHelo && NOT_CONFIRMED.test(text) && !/\bforward|fcr/.test(text)) return claim('helo');
    if (HELO.test(text) && BUT_REVERSE.test(text)) return claim('helo');
    const about = ofReverse(near);
    if (isListFirst(text) || (about === 'ptr-unspecified' && !INVALID.test(near) && ON_A_LIST.test(text)))
      return { about: 'not-reverse-dns', reason: 'blocklist' };
    // A greylist tells the name of what it counts.
    if (
      about === 'ptr-unspecified' &&
      !INVALID.test(near) &&
      !OTHER_FAULTS.test(near) &&
      otherReason(text) === 'greylist'
    )
      return { about: 'not-reverse-dns', reason: 'greylist' };
    // "Your PTR is ... . Dial-up hosts are not allowed": the fault is in the next sentence.
    return claim(
      about === 'ptr-unspecified' && !INVALID.test(near) && !GENERIC.test(near) && GENERIC_HOSTS.test(text)
        ? 'ptr-generic'
        : about,
    );
  }
  if (isHelo) return claim('helo');
  if (FOREIGN_NAME.test(text)) return claim(ofReverse(text));
  if (GENERIC_NAME.test(text)) return claim('ptr-generic');
  if (LEADS_ELSEWHERE.test(text) || FORWARD.test(text) || OF_ANOTHER.test(text)) return claim('ptr-not-confirmed');
  const other = otherReason(text);
  if (other !== undefined) return { about: 'not-reverse-dns', reason: other };
  if (!CLIENT_NAME.test(text)) return undefined;
  if (FAILED_FOR_NOW.test(text)) return claim('lookup-failed');
  return claim(INVALID.test(text) ? 'ptr-unspecified' : 'ptr-missing');
}

function claim(about: About): Understood {
  return { about, reason: null };
}

const SPAN = 90;

/** What stands behind the word where the reverse look-up is said to be in order. */
const FOUND_GOOD =
  /^(?: (?:record|entry|name|dns|check|lookup)){0,2}(?: is| was)?[:=]? ?(?:ok|okay|present|fine|good|passed|exists)\b/;

/** What stands before it where somebody says so of their own. */
const OWN_GOOD =
  /\b(?:we|i|wir|ich) (?:do |both |already |all )?(?:have|haben|habe) (?:an? |einen |the )?(?:\w{1,12} )?$/;

/** The sentences around the words for the reverse look-up; undefined where there are none. */
function aroundReverse(text: string): string | undefined {
  const parts: string[] = [];
  let last = 0;
  for (const match of text.matchAll(REVERSE)) {
    const from = Math.max(last, match.index - SPAN);
    const to = match.index + match[0].length;
    const before = text.slice(from, match.index);
    if (to <= last || FOUND_GOOD.test(text.slice(to, to + SPAN)) || OWN_GOOD.test(before)) continue;
    const cut = Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('; '));
    const after = text.slice(to, to + SPAN);
    const stop = /[.!?;](?: |$)|。/.exec(after)?.index ?? after.length;
    parts.push(`${before.slice(cut + 1)}${match[0]}${after.slice(0, stop)}`);
    last = to + stop;
    if (parts.length >= 8) break;
  }
  return parts.length > 0 ? parts.join(' . ') : undefined;
}

/** To be told to set one is to be told that there is none. */
const SET_ONE = /\b(?:set|set ?up|add|create|publish) (?:up |a |the |your ){0,6}(?:reverse|ptr|rdns)/;

/** A plain "no PTR", with no "or" beside it. */
const PLAINLY_NONE =
  /\b(?:ptr|rdns|reverse(?: dns)?)(?: record| entry)? (?:is )?missing\b|\b(?:no|missing|without|lacks?|lacking|kein\w{0,2}|senza|sans|sin|sem|geen|brak) (?:an? |any |the )?(?:dns )?(?:reverse|rdns|ptr|revdns)/;

/** "Missing or ...": the other half is another fault. */
const NONE_OR =
  /\b(?:missing|none|absent|no|without|not (?:set|found)|no (?:ptr|rdns|reverse dns|reverse)(?: record| entry| name)?) ?(?:,|or|and\/or|\/)(?![a-z])/;

/** The zone's own answer that there is nothing, however the look-up is called. */
const NXDOMAIN = /\bnxdomain\b|\bnodata\b|\bno such (?:domain|name|host|record)\b|\bnon-?existent domain\b/;

function ofReverse(told: string): About {
  const near = inEnglish(told);
  const isMissing = MISSING.test(near) || NOT_FOUND.test(near) || SET_ONE.test(near);
  if (GENERIC.test(near)) return NONE_OR.test(near) ? 'ptr-unspecified' : 'ptr-generic';
  if (FAILED_LOOKUP.test(near)) return 'lookup-failed';
  const isUnconfirmed =
    NOT_CONFIRMED.test(near) || NAME_UNRESOLVED.test(near) || NAME_ELSEWHERE.test(near) || LEADS_ELSEWHERE.test(near);
  const isPlainlyNone = PLAINLY_NONE.test(near) && !/\b(?:or|oder|ou|lub)\b|\//.test(near.replace('ehlo or helo', ' '));
  if (/\bfcr-?dns\b|\bforward[- ]confirmed\b/.test(near)) return isPlainlyNone ? 'ptr-missing' : 'ptr-not-confirmed';
  if (isUnconfirmed) return saysNone(near.replace(ALL_NOT_CONFIRMED, ' ')) ? 'ptr-unspecified' : 'ptr-not-confirmed';
  if (isPlainlyNone) return 'ptr-missing';
  if (NXDOMAIN.test(near)) return 'ptr-missing';
  if (INVALID.test(near)) return 'ptr-unspecified';
  if (LOOKUP_FAILED.test(near)) return 'lookup-failed';
  if (FAILED_FOR_NOW.test(near) && OTHER_FAULTS.test(near) && !saysNone(near)) return 'lookup-failed';
  return isMissing && !UNVERIFIED.test(near) ? 'ptr-missing' : 'ptr-unspecified';
}

/** What other languages say, in the words that are looked for. */
function inEnglish(near: string): string {
  return FOREIGN.reduce((text, [pattern, words]) => text.replace(pattern, words), near.replace(NO_SERVICE, ' '));
}

/** That there is no service is said of the server, not of the name. */
const NO_SERVICE = /\bservice (?:is )?(?:currently |temporarily )?(?:unavailable|not available)\b/g;

const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [new RegExp(inAllLanguages('silent'), 'gu'), ' timed out '],
  [new RegExp(inAllLanguages('invalid'), 'gu'), ' invalid '],
  [new RegExp(inAllLanguages('differs'), 'gu'), ' does not match '],
  [new RegExp(inAllLanguages('generic'), 'gu'), ' generic '],
  [new RegExp(inAllLanguages('none'), 'gu'), ' missing '],
];

/** Whether "there is none" is said beside another fault, by a word that is no part of "does not match". */
function saysNone(near: string): boolean {
  return /\b(?:no(?! such host)|missing|without|none|lacks?|absent|fehlend\w{0,2}|kein\w{0,2}|non-?existent|not (?:set|found|exist|have|present)|\w{2,6}n't (?:have|exist)|(?:does|do) not have|no existe|absente?)\b/.test(
    near,
  );
}

/** The reverse name as a field that says what it is, and nothing of it. */
const NAMED = /\b(?:r-?dns|ptr|reverse dns)(?: name)? ?[=:]? host (?=$|[),;\]]|\w+=)/g;

/** What has nothing to do with the client. */
const OF_RECIPIENT =
  /\b(?:(?:user|recipient|account) (?:is )?(?:unknown|not found|disabled)|(?:unknown|no such|invalid) (?:user|recipient|mailbox)|mailbox (?:is )?full|over ?quota|quota exceeded|too (?:large|big|many))\b/;

/** Why else mail was refused, where the reply names the client by its reverse name and no more. */
function reasonBesideName(text: string, near: string): Reason | undefined {
  const rest = text.replace(NAMED, ' ');
  if (rest.search(REVERSE) >= 0 || [PLAINLY_NONE, INVALID, GENERIC, NOT_CONFIRMED].some((fault) => fault.test(near)))
    return undefined;
  return otherReason(rest) ?? (OF_RECIPIENT.test(rest) ? 'other' : undefined);
}

const LISTED =
  /\b(?:black-? ?list\w{0,3}|block-? ?list\w{0,3}|deny-?list\w{0,3}|bad-?list\w{0,3}|[a-z]{0,8}(?:dns[bw]l|rbl|dnsrbl)s?|sbl|pbl|xbl|css|blocked using|rejected by rbl|is listed|(?:currently |been )?listed (?:at|in|by|on|as)|found (?:on|in) (?:one|an|a|the)? ?(?:or more )?(?:rbl|dns[bw]l|black|block)\w{0,5}|spamhaus|spamcop|sorbs|spamrats|uceprotect|senderscore|sender ?base|sender score|barracuda ?central|invaluement|cloudmark|talos|reputation|réputation|reputación|blocage|liste noire|schwarzen? liste|lista negra|черн\w{1,3} спис\w{1,3}|banned|on our block|open (?:proxy|relay)|spam source|poor score)\b|\b(?:ip|client|host|server|address|network|connection|connections|you) (?:\S{1,60} ){0,4}(?:is |are |was |has been |have been |have |been |temporarily |permanently |currently ){0,6}(?:blocked|blacklisted|banned|blocklisted)\b|\bblock(?:ed)? (?:for spam\w{0,4}|for abuse|by our|your ip)\b|黑名单|黑名單|ブラックリスト/;

/** These words are said of nothing but lists. */
const ON_A_LIST =
  /\blisted (?:at|in|on|by)\b|\bblocked using\b|\b[a-z]{0,8}(?:dnsbl|rbl)\b|\bin (?:an?|the|our) (?:black|block)[- ]?list\b/;

/** Whether a list is named before the reverse name is: what that is like is said beside it. */
function isListFirst(text: string): boolean {
  const list = ON_A_LIST.exec(text);
  return list !== null && text.slice(0, list.index).search(REVERSE) < 0;
}

/** Why else mail was refused, as far as it is told. */
function otherReason(text: string): Reason | undefined {
  if (/\bgr[ae]y-?list|\bgreylisting\b|graulist|liste grise|lista gris|серы[йх] спис/.test(text)) return 'greylist';
  if (/\bdmarc\b/.test(text)) return 'dmarc';
  const isDkim = /\bdkim\b|\bdomainkeys?\b/.test(text);
  const isSpf =
    /\bspf\b|\bsender policy framework\b|not (?:allowed|permitted|authorized|authorised|designated) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf)|(?:not|n't) a permitted sender|\bsender id\b.{0,20}\bfail/.test(
      text,
    );
  if (isDkim && (!isSpf || /not (?:dkim[- ])?signed|signature/.test(text))) return 'dkim';
  if (isSpf) return 'spf';
  return LISTED.test(text) ? 'blocklist' : undefined;
}
