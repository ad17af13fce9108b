import { laterPhrase } from '../../language/phrase.ts';

/** A statement of a configuration: what it is for, and what may be written behind it. */
export interface StatementWord {
  readonly word: string;
  readonly about: string;
  readonly values?: readonly string[];
}

/** The clauses of a configuration by the words that open them; the empty one is the file itself. */
export type Clauses = Readonly<Record<string, readonly StatementWord[]>>;

const YES = ['yes', 'no'];
const LIST = ['any', 'none', 'localhost', 'localnets'];

const TRANSFERS: readonly StatementWord[] = [
  {
    word: 'allow-query',
    about: laterPhrase`Who may ask: a list of addresses, networks, lists (\`acl\`) and keys`,
    values: LIST,
  },
  {
    word: 'allow-transfer',
    about: laterPhrase`Who may transfer whole zones: secondaries, and nobody else`,
    values: LIST,
  },
  { word: 'also-notify', about: laterPhrase`Servers that are told of changes beside those of the NS records` },
  {
    word: 'notify',
    about: laterPhrase`Whether secondaries are told of changes`,
    values: ['yes', 'no', 'explicit', 'primary-only'],
  },
  { word: 'forwarders', about: laterPhrase`Servers that questions are passed on to` },
  {
    word: 'forward',
    about: laterPhrase`Whether only the forwarders are asked, or they first`,
    values: ['only', 'first'],
  },
  { word: 'max-records', about: laterPhrase`The most records that a zone may have; 0 for no bound` },
  {
    word: 'max-records-per-type',
    about: laterPhrase`The most records of one type that a name may have (BIND 9.20: 100)`,
  },
  { word: 'max-types-per-name', about: laterPhrase`The most types that a name may have (BIND 9.20: 100)` },
  { word: 'masterfile-format', about: laterPhrase`How zone files are written`, values: ['text', 'raw'] },
  { word: 'zone-statistics', about: laterPhrase`What is counted for each zone`, values: ['full', 'terse', 'none'] },
  {
    word: 'dnssec-policy',
    about: laterPhrase`How zones are signed: a policy by its name`,
    values: ['default', 'none', 'insecure'],
  },
  {
    word: 'inline-signing',
    about: laterPhrase`Signs in a file beside the zone file, which stays as people write it`,
    values: YES,
  },
  { word: 'key-directory', about: laterPhrase`Where the keys of signed zones lie` },
  {
    word: 'ixfr-from-differences',
    about: laterPhrase`Works out what changed where a zone file is loaded anew`,
    values: ['yes', 'no', 'primary', 'secondary'],
  },
  {
    word: 'serial-update-method',
    about: laterPhrase`How the serial grows with dynamic updates`,
    values: ['increment', 'unixtime', 'date'],
  },
];

const ANSWERS: readonly StatementWord[] = [
  { word: 'recursion', about: laterPhrase`Whether the server looks up what it does not hold`, values: YES },
  { word: 'allow-recursion', about: laterPhrase`For whom the server looks up what it does not hold`, values: LIST },
  { word: 'allow-query-cache', about: laterPhrase`Who may be answered from what was looked up`, values: LIST },
  {
    word: 'dnssec-validation',
    about: laterPhrase`Whether signatures of answers are checked`,
    values: ['auto', 'yes', 'no'],
  },
  { word: 'response-policy', about: laterPhrase`Zones whose records take the place of answers (RPZ)` },
  { word: 'catalog-zones', about: laterPhrase`Zones that list the zones to serve (RFC 9432)` },
  {
    word: 'minimal-responses',
    about: laterPhrase`Leaves out what was not asked for`,
    values: ['yes', 'no', 'no-auth', 'no-auth-recursive'],
  },
  { word: 'rate-limit', about: laterPhrase`Answers the same to one network only so often a second` },
  {
    word: 'empty-zones-enable',
    about: laterPhrase`Answers for private reverse zones that nobody holds (RFC 6303)`,
    values: YES,
  },
  ...TRANSFERS,
];

/** named.conf, as BIND 9.20 reads it: the statements that people write. */
export const bindClauses: Clauses = {
  '': [
    { word: 'acl', about: laterPhrase`A named list of addresses, networks and keys` },
    { word: 'controls', about: laterPhrase`Who may steer the server with rndc` },
    { word: 'dnssec-policy', about: laterPhrase`How zones are signed: keys, their lifetimes, signatures` },
    { word: 'include', about: laterPhrase`Reads another configuration file here` },
    { word: 'key', about: laterPhrase`A shared secret for transfers and updates (TSIG, RFC 8945)` },
    { word: 'logging', about: laterPhrase`What is logged, and where` },
    { word: 'options', about: laterPhrase`What holds for the whole server` },
    { word: 'primaries', about: laterPhrase`A named list of servers that zones are transferred from` },
    { word: 'server', about: laterPhrase`What holds for one other server` },
    { word: 'statistics-channels', about: laterPhrase`Where statistics are served over HTTP` },
    { word: 'tls', about: laterPhrase`Certificates and keys for DNS over TLS and HTTPS` },
    { word: 'trust-anchors', about: laterPhrase`Keys that DNSSEC begins with` },
    { word: 'view', about: laterPhrase`What some clients see: a set of zones and options of its own` },
    { word: 'zone', about: laterPhrase`A zone: its name, its type, its file` },
  ],
  options: [
    { word: 'directory', about: laterPhrase`The folder that relative paths are taken from` },
    { word: 'listen-on', about: laterPhrase`IPv4 addresses that are listened on`, values: ['any', 'none'] },
    { word: 'listen-on-v6', about: laterPhrase`IPv6 addresses that are listened on`, values: ['any', 'none'] },
    { word: 'pid-file', about: laterPhrase`Where the number of the process is written` },
    { word: 'version', about: laterPhrase`What is told of the version to who asks for version.bind` },
    { word: 'hostname', about: laterPhrase`What is told of the host to who asks for hostname.bind` },
    { word: 'server-id', about: laterPhrase`What is told of the server to who asks for its id (NSID)` },
    { word: 'dump-file', about: laterPhrase`Where \`rndc dumpdb\` writes` },
    ...ANSWERS,
  ],
  view: [
    { word: 'match-clients', about: laterPhrase`Who sees this view, by the address they ask from`, values: LIST },
    { word: 'match-destinations', about: laterPhrase`Who sees this view, by the address that they ask`, values: LIST },
    { word: 'match-recursive-only', about: laterPhrase`Only who asks for a look-up sees this view`, values: YES },
    { word: 'include', about: laterPhrase`Reads another configuration file here` },
    { word: 'zone', about: laterPhrase`A zone: its name, its type, its file` },
    ...ANSWERS,
  ],
  zone: [
    {
      word: 'type',
      about: laterPhrase`What the server does with the zone: \`primary\` has its file, \`secondary\` transfers it`,
      values: ['primary', 'secondary', 'hint', 'forward', 'stub', 'static-stub', 'mirror', 'redirect'],
    },
    { word: 'file', about: laterPhrase`The zone file; a relative path is taken from the \`directory\` of the options` },
    { word: 'primaries', about: laterPhrase`Servers that the zone is transferred from` },
    { word: 'in-view', about: laterPhrase`The zone of another view answers here too` },
    { word: 'journal', about: laterPhrase`Where changes are kept that are not in the file yet` },
    {
      word: 'allow-update',
      about: laterPhrase`Who may change the zone by dynamic update: its file is then written by the server`,
      values: LIST,
    },
    { word: 'update-policy', about: laterPhrase`Who may change which names by dynamic update`, values: ['local'] },
    { word: 'allow-notify', about: laterPhrase`Who may tell of changes beside the primaries`, values: LIST },
    {
      word: 'check-names',
      about: laterPhrase`What is done with names that no host may have`,
      values: ['fail', 'warn', 'ignore'],
    },
    ...TRANSFERS,
  ],
};

/** nsd.conf: the clauses with zones. */
export const nsdClauses: Clauses = {
  '': ['server', 'zone', 'pattern', 'key', 'remote-control', 'tls-auth']
    .map((word) => ({ word: `${word}:`, about: laterPhrase`A clause` }))
    .concat([{ word: 'include:', about: laterPhrase`Reads another configuration file here` }]),
  server: [
    { word: 'ip-address:', about: laterPhrase`An address that is listened on` },
    { word: 'zonesdir:', about: laterPhrase`The folder that relative zone files are taken from` },
    { word: 'port:', about: laterPhrase`The port that is listened on` },
    { word: 'hide-version:', about: laterPhrase`Whether the version is kept from who asks`, values: YES },
    { word: 'verbosity:', about: laterPhrase`How much is logged`, values: ['0', '1', '2'] },
  ],
  zone: [
    { word: 'name:', about: laterPhrase`The name of the zone` },
    { word: 'zonefile:', about: laterPhrase`The zone file; a relative path is taken from \`zonesdir\`` },
    { word: 'include-pattern:', about: laterPhrase`A pattern whose settings stand in this place` },
    {
      word: 'request-xfr:',
      about: laterPhrase`A primary that the zone is transferred from: address and key, or NOKEY`,
    },
    { word: 'allow-notify:', about: laterPhrase`Who may tell of changes` },
    { word: 'notify:', about: laterPhrase`A secondary that is told of changes` },
    { word: 'provide-xfr:', about: laterPhrase`Who may transfer the zone` },
    { word: 'zonestats:', about: laterPhrase`A name under which the zone is counted` },
  ],
};

/** knot.conf: the sections with zones. */
export const knotClauses: Clauses = {
  '': ['server', 'log', 'database', 'key', 'remote', 'acl', 'policy', 'submission', 'template', 'zone']
    .map((word) => ({ word: `${word}:`, about: laterPhrase`A section` }))
    .concat([{ word: 'include:', about: laterPhrase`Reads another configuration file here` }]),
  zone: [
    { word: 'domain:', about: laterPhrase`The name of the zone` },
    { word: 'file:', about: laterPhrase`The zone file; a relative path is taken from \`storage\`` },
    { word: 'storage:', about: laterPhrase`The folder of zone files and journals` },
    { word: 'template:', about: laterPhrase`A template whose settings stand in this place` },
    { word: 'master:', about: laterPhrase`Remotes that the zone is transferred from` },
    { word: 'notify:', about: laterPhrase`Remotes that are told of changes` },
    { word: 'acl:', about: laterPhrase`Who may transfer, update and notify` },
    { word: 'dnssec-signing:', about: laterPhrase`Whether the server signs the zone`, values: ['on', 'off'] },
    { word: 'dnssec-policy:', about: laterPhrase`How it is signed` },
    { word: 'zonefile-sync:', about: laterPhrase`When changes are written back to the file; -1 for never` },
    {
      word: 'zonefile-load:',
      about: laterPhrase`What of the file is loaded`,
      values: ['none', 'difference', 'difference-no-serial', 'whole'],
    },
    { word: 'journal-content:', about: laterPhrase`What the journal holds`, values: ['none', 'changes', 'all'] },
  ],
};

/** Corefile: the plugins that people use. */
export const coreDnsClauses: Clauses = {
  '': [],
  zone: [
    { word: 'file', about: laterPhrase`Serves a zone from a zone file` },
    { word: 'auto', about: laterPhrase`Serves zones from the files of a folder` },
    { word: 'forward', about: laterPhrase`Passes questions on` },
    { word: 'cache', about: laterPhrase`Keeps answers` },
    { word: 'transfer', about: laterPhrase`Lets zones be transferred` },
    { word: 'secondary', about: laterPhrase`Transfers a zone from its primary` },
    { word: 'dnssec', about: laterPhrase`Signs answers` },
    { word: 'errors', about: laterPhrase`Logs errors` },
    { word: 'log', about: laterPhrase`Logs questions` },
    { word: 'reload', about: laterPhrase`Reads the Corefile again where it changes` },
    { word: 'hosts', about: laterPhrase`Serves a file like /etc/hosts` },
    { word: 'health', about: laterPhrase`Tells over HTTP whether the server is up` },
    { word: 'prometheus', about: laterPhrase`Serves statistics` },
    { word: 'import', about: laterPhrase`Reads another file, or a snippet, here` },
  ],
};
