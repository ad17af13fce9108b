import type { CancellationToken } from 'vscode-languageserver';
import { undotted } from '../dns/shown-name.ts';
import { askedAt, askedIn, placeOfAddress, wantedName } from '../features/live-cursor.ts';
import { heldSets, typesNotCompared } from '../features/live-records.ts';
import { type LiveSession, liveSession } from '../features/live-session.ts';
import { reloadLines, updateScript } from '../features/live-update.ts';
import { addressAt } from '../features/pointer-request.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { isOpen } from '../live/judge.ts';
import { requestText } from '../live/request.ts';
import { isFault, type LiveResult } from '../live/result.ts';
import {
  comparedBy,
  nothingSeen,
  publishedSerial,
  shortList,
  TITLES,
  troubleLines,
  whoText,
} from '../live/result-text.ts';
import { serverAddress } from '../live/server-word.ts';
import { LiveCount, summaryText } from '../live/summary.ts';
import { zoneDifference } from '../live/zone-diff.ts';
import { type Resolver, type ServerAddress, saneLimits } from '../ports/resolver.ts';
import {
  type CheckLiveParams,
  type CheckLiveResult,
  type LiveProgress,
  type LiveRow,
  type LiveZone,
  liveProgressNotification,
} from '../shared/live-protocol.ts';
import type { DocumentParams, TextResult } from '../shared/protocol.ts';
import type { Zone } from '../workspace/instance.ts';
import type { Session } from './session.ts';

/** The longest that a check waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;
/** Results between two words of progress. */
const PROGRESS = 16;
const UNKNOWN_FILE = laterPhrase`This file is no zone that is known`;

/** Asks the DNS about what a person points at. Nothing is asked but by this request. */
export async function checkLive(
  session: Session,
  params: CheckLiveParams,
  token: CancellationToken,
): Promise<CheckLiveResult> {
  const asking = await askingOf(session, params);
  if ('problem' in asking) return nothing(asking.problem);
  const { resolver, named } = asking;
  const stop = token.onCancellationRequested(() => resolver.cancel());
  try {
    await session.loop.whenSettled(PATIENCE);
    const live = liveSession(session.features, {
      resolver,
      named,
      namedBy: 'zonewright.live.resolver',
      systemServers: asking.systemServers,
      authoritative: params.authoritative || params.what === 'published',
      concurrency: session.settings.live.concurrency,
      isCancelled: () => token.isCancellationRequested,
    });
    const problem = await fill(session, params, live);
    if (problem !== undefined) return nothing(problem);
    return params.what === 'published'
      ? await published(session, live, resolver)
      : await checked(session, params, live);
  } finally {
    stop.dispose();
    resolver.close();
  }
}

/** The script for nsupdate that sets the PTR of the address at a place. */
export async function nsupdate(session: Session, params: DocumentParams): Promise<TextResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  if (!file || !params.position) return { text: null, problem: translated(UNKNOWN_FILE) };
  const ctx = session.features;
  const address = addressAt(ctx, file, params.position);
  const [view] = session.store.views.values();
  const text = address < 0 || !view ? undefined : session.engine.context(view).held.addressText(address);
  if (text === undefined)
    return { text: null, problem: phrase`Put the cursor on an address or on the owner of a PTR record` };
  const script = updateScript(ctx, text);
  if (script !== undefined) return { text: script };
  return { text: null, problem: phrase`No reverse zone is held for ${text}, or no name that its PTR could lead to` };
}

/** The lines that let a server load the zones of a file anew. */
export async function reload(session: Session, params: DocumentParams): Promise<TextResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(params.uri);
  const text = file ? reloadLines(session.features, file) : '';
  return text === '' ? { text: null, problem: translated(UNKNOWN_FILE) } : { text };
}

interface Asking {
  readonly resolver: Resolver;
  readonly named: ServerAddress | undefined;
  readonly systemServers: () => readonly ServerAddress[];
}

/** What asks, as far as the host can; a problem where it can't, or where a setting is wrong. */
async function askingOf(session: Session, params: CheckLiveParams): Promise<Asking | { readonly problem: string }> {
  const limits = saneLimits(session.settings.live);
  const port = await session.host.live?.();
  if (!port) return { problem: phrase`Nothing can be asked here` };
  if (port.kind === 'https') {
    if (params.dnsOverHttps === '')
      return {
        problem: phrase`Not here: in the browser only DNS over HTTPS can be asked, and no server for it is named. Name one in the setting zonewright.live.dnsOverHttps, or open the folder in a desktop editor`,
      };
    if (!/^https:\/\/[^\s]+$/.test(params.dnsOverHttps))
      return { problem: phrase`The setting zonewright.live.dnsOverHttps takes a URL that begins with https://` };
    if (params.authoritative || params.what === 'published')
      return { problem: phrase`Not here: the servers of a zone cannot be asked themselves from the browser` };
    const named = { address: params.dnsOverHttps, port: 443 };
    return { resolver: port.resolver(params.dnsOverHttps, limits), named, systemServers: () => [] };
  }
  const named = params.resolver === '' ? undefined : serverAddress(params.resolver);
  if (params.resolver !== '' && !named)
    return { problem: phrase`The setting zonewright.live.resolver takes an address: "${params.resolver}" is none` };
  return { resolver: port.resolver(limits), named, systemServers: port.systemServers };
}

/** Puts into the scope what the person points at; a problem where that is nothing. */
async function fill(
  session: Session,
  params: CheckLiveParams,
  { scope, held }: LiveSession,
): Promise<string | undefined> {
  const ctx = session.features;
  if (params.what === 'words') {
    for (const word of params.words ?? []) await scope.addWord(word);
    return scope.problems[0];
  }
  const file = params.uri === undefined ? undefined : session.file(params.uri);
  if (!file) return translated(UNKNOWN_FILE);
  if (params.what === 'published' || params.what === 'zone') {
    for (const zone of held.zonesOf(file)) scope.addZone(zone);
    return scope.zones.size === 0 ? translated(UNKNOWN_FILE) : undefined;
  }
  if (params.what === 'lines' && params.range) {
    for (const address of askedIn(ctx, file, params.range).addresses) scope.addresses.add(address);
    return scope.addresses.size === 0 ? phrase`No record of these lines is about an address` : undefined;
  }
  if (!params.position) return translated(UNKNOWN_FILE);
  const asked = askedAt(ctx, file, params.position);
  for (const address of asked.addresses) scope.addresses.add(address);
  for (const zone of asked.zones) scope.addZone(zone);
  for (const name of asked.names) await scope.addHost(name);
  return undefined;
}

async function checked(session: Session, params: CheckLiveParams, live: LiveSession): Promise<CheckLiveResult> {
  const { checker, beside, scope } = live;
  const total = scope.addresses.size;
  const rows: LiveRow[] = [];
  const count = new LiveCount();
  const tell = (): void => {
    const progress: LiveProgress = { id: params.id, done: rows.length, total };
    void session.connection.sendNotification(liveProgressNotification, progress);
  };
  for await (const plain of checker.checkAll(scope.addresses)) {
    const result = await beside.beside(plain);
    count.add(result);
    rows.push(rowOf(session, result));
    if (rows.length % PROGRESS === 0) tell();
  }
  const zones: LiveZone[] = [];
  for (const zone of scope.zones) zones.push(await zoneOf(live, zone, []));
  const notes = scope.names.map(({ name, message }) => `${name}: ${message}`);
  return { rows, zones, notes, summary: summaryText(count.summary) };
}

/** How the zones are published: the serial of every server, and the records that differ. */
async function published(session: Session, live: LiveSession, resolver: Resolver): Promise<CheckLiveResult> {
  const zones: LiveZone[] = [];
  const notes: string[] = [];
  for (const zone of live.scope.zones) {
    const name = live.held.nameOf(zone);
    const servers = await live.lookup.serversOf(name);
    const sets = heldSets(session.features, zone);
    const difference = await zoneDifference(name, sets, {
      resolver,
      lookup: live.lookup,
      servers,
      mayTransfer: true,
      notCompared: typesNotCompared(session.features, zone),
    });
    zones.push(await zoneOf(live, zone, difference.differences));
    const bare = undotted(name);
    if (difference.unknown < sets.length)
      notes.push(`${bare}: ${comparedBy(difference, phrase`compared by a transfer of the zone`)}`);
    else notes.push(phrase`${bare}: its records could not be compared, no server answers`);
  }
  return { rows: [], zones, notes, summary: summaryOf(zones) };
}

function summaryOf(zones: readonly LiveZone[]): string {
  const differing = zones.filter(({ isFine }) => !isFine);
  if (differing.length === 0) return phrase`Published as held`;
  if (differing.every(({ isKnown }) => !isKnown)) return phrase`Nobody knows whether it is published`;
  return phrase`${differing.length} of ${zones.length} not published as held`;
}

async function zoneOf(
  live: LiveSession,
  zone: Zone,
  differences: readonly { name: string; type: string; held: readonly string[]; published: readonly string[] }[],
): Promise<LiveZone> {
  const found = await live.beside.published(live.held.nameOf(zone), zone);
  const servers = found.servers.map(({ server, address, status, serial }) => ({
    server: server === '' ? address : `${server} (${address})`,
    says: serial === null ? status : phrase`serial ${serial}`,
  }));
  const isFine = found.note === '' && differences.length === 0;
  return {
    zone: found.zone,
    note: found.note === '' ? publishedSerial(found.held?.serial) : found.note,
    isFine,
    isKnown: !isOpen(found.status),
    servers,
    differences: differences.map(({ name, type, held, published }) => ({
      name,
      type,
      held: held.join(', '),
      published: published.join(', '),
    })),
  };
}

function rowOf(session: Session, result: LiveResult): LiveRow {
  const { address, names, held, verdict } = result;
  const place = placeOfAddress(session.features, address);
  const wanted = isFault(verdict) ? wantedName(session.features, address) : undefined;
  return {
    address,
    published: names.length > 0 ? shortList(names) : nothingSeen(result),
    held: held === null ? '' : held.names.length === 0 ? phrase`no PTR` : shortList(held.names),
    verdict: translated(TITLES[verdict]),
    severity: severityOf(result),
    advice: [result.generic?.reason ?? '', result.advice, ...troubleLines(result)]
      .filter((part) => part !== '')
      .join('. '),
    who: whoText(result),
    request: wanted ? requestText(result, wanted) : '',
    place: place ? { uri: session.uri(place.path), ...place.range } : null,
  };
}

/** How heavy a result is as a finding. */
function severityOf({ verdict }: LiveResult): LiveRow['severity'] {
  if (verdict === 'confirmed') return 'none';
  if (verdict === 'unknown') return 'information';
  return verdict === 'missing' || verdict === 'not-confirmed' || verdict === 'disagree' ? 'error' : 'warning';
}

function nothing(problem: string): CheckLiveResult {
  return { problem, rows: [], zones: [], notes: [], summary: '' };
}
