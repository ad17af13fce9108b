/**
 * The vocabulary of reverse names: what providers call their lines, customers and blanks, and what administrators call
 * hosts of their own. A word is compared with a maximal run of letters left of the registrable domain.
 */

/** How a word may sit in a run of letters: alone, at its start, at its end, or anywhere. */
export type WordPlace = 'whole' | 'start' | 'end' | 'part';

/** A vocabulary: its words by the place that each may take in a run of letters. */
export type Words = Readonly<Record<WordPlace, readonly string[]>>;

/** Words for lines that a provider hands to subscribers: enough beside a number that tells one line from the next. */
export const ACCESS_WORDS: Words = {
  part: (
    'dialup dialin pppoe adsl vdsl sdsl xdsl hdsl fdsl broadband cablemodem modemcable docsis residential residencial ' +
    'wimax ftth fttb fttx fttp fttc gpon catv dyndsl unallocated unassigned dynamicip dynamicpool dinamic dinamik'
  ).split(' '),
  start: ['dsl', 'dhcp', 'ppp', 'dynip'],
  end: ['dsl', 'dhcp', 'dynamic', 'pppoe'],
  whole: (
    'abo abonent abonents bband broad cpc cpe dip dyn dynpool fios ftt gprs hfc homeuser hsd hsdpa hsia hspa ipoe isdn ' +
    'l2tp pptp resid resnet umts'
  ).split(' '),
};

/** Words that name such lines as well as an administrator's own equipment: they need more of a number beside them. */
export const VAGUE_ACCESS_WORDS: Words = {
  part: ['cgnat'],
  start: ['cable', 'wireless', 'pool', 'dialu'],
  end: ['wireless', 'pool', 'dyn'],
  whole: 'cgn dial fiber fibra fibre lte modem modems pools wifi wlan'.split(' '),
};

/** Words that say "one of our customers" or "one of our addresses"; they need an octet of the address beside them. */
export const CUSTOMER_WORDS: Words = {
  part: ['customer', 'subscriber', 'kunden', 'cliente', 'abonne', 'dedicado'],
  start: ['inaddr', 'unused'],
  end: ['cust', 'rdns', 'hosted'],
  whole: (
    'addr address adr available cm cus cust custs hosted ded dedi dedic fixip inet ip ippool ips ipv klant klient kunde leased nat ptr range ' +
    'rdns res reserved resi rev revdns reverse revip sub subnet subs unused usr'
  ).split(' '),
};

/** Words of customers that an administrator also uses to count his own machines: only beside an octet of two digits. */
export const MACHINE_WORDS: Words = {
  part: [],
  start: [],
  end: [],
  whole: 'client clients host kvm member members mob mobile node user users vds vm vps'.split(' '),
};

/** Words that a provider uses for addresses it promises not to change. */
export const STATIC_WORDS: Words = {
  part: ['static', 'statique', 'estatic', 'fixedip'],
  start: ['fixip', 'statik'],
  end: [],
  whole: ['sta', 'stat', 'fix', 'fixed', 'fest', 'leased', 'dedicated'],
};

/** Words of mail systems: whoever runs one gave the name by hand, however it counts. */
export const MAIL_WORDS: Words = {
  part: ['mail', 'smtp', 'relay', 'newsletter', 'mailing', 'postfix', 'outbound', 'bounce'],
  start: ['vmta', 'mout', 'mta', 'exim', 'eop', 'mx', 'deliver', 'sender', 'mailer'],
  end: ['mta', 'mx', 'mout', 'sender'],
  whole: ['mx', 'imap', 'mxout', 'mxin', 'out', 'fout', 'forward', 'spf', 'dkim', 'mgw', 'mr', 'mtaout', 'send'],
};

/** Words of hosts and routers that a network's own people name: they end guesses made from words alone. */
export const HOST_WORDS: Words = {
  part: [
    'router',
    'gateway',
    'firewall',
    'dslam',
    'loopback',
    'transit',
    'peering',
    'proxy',
    'uplink',
    'switch',
    'controller',
  ],
  start: ['bras', 'core', 'edge', 'border', 'rtr', 'vlan', 'server', 'radius'],
  end: ['gw', 'rtr', 'dns', 'sw', 'server'],
  whole: (
    'aaa ae agg api ar asr be bdr bng br bundle cache cdn ce cmts cr db dist dns er et fw ge gi git gw hu irb lac lns lo monitor nas nms ns ntp olt pe ' +
    'po resolver sql srv sw te test vpn web www xe'
  ).split(' '),
};

/**
 * What a first label is made of, split at its dashes, that says nobody has named the address yet: all words from these
 * lists and one of the first.
 */
export const PLACEHOLDER_HEADS: readonly string[] = (
  'adsl available broadband cust customer customers default dhcp dialup dsl dyn dynamic ftth hostedby localhost nodns ' +
  'nohostname noname none noptr nordns norevdns noreverse not nothing notset nxdomain placeholder pppoe ptr rdns reserved ' +
  'rev reverse spare static subscriber unallocated unassigned unconfigured undefined unknown unnamed unset unspecified ' +
  'unused wimax no hosted powered ip pool hostby hostingby hosting provided operated managed sem sin'
).split(' ');

/** Words that complete a placeholder without being one. */
export const PLACEHOLDER_TAILS: readonly string[] = (
  'address addresses allocated assigned at by client clients configured data defined dns dnsset entry for given host hostname in ' +
  'name nat net network record reverso set space specified subnet to used user users xx xxx yet range block'
).split(' ');

/** Labels that say what follows the first one is a provider's table of reverse names. */
export const REVERSE_LABELS: readonly string[] = 'in-addr inaddr ptr rdns rev revdns reverse revip'.split(' ');

/** Labels that say the same of a table of customers. */
export const CUSTOMER_LABELS: readonly string[] =
  'abo abonnes bredband client clients cust custs customer customers residents static subs subscribers user users'.split(
    ' ',
  );

/** Words in the place of a top-level domain that make the whole name a placeholder; `hn.kd.ny.adsl` is one in use. */
export const FALSE_TOP_LABELS: readonly string[] = 'adsl dhcp dsl dynamic invalid localdomain localhost pix'.split(' ');

/** What counts customers by itself: `cust12`. */
export const CUSTOMER_COUNTERS: readonly string[] = 'cust customer subscriber client user'.split(' ');
