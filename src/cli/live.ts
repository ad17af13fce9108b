import { nameKey } from '../dns/name.ts';
import type { FeatureContext } from '../features/context.ts';
import { heldSets, typesNotCompared } from '../features/live-records.ts';
import type { NameProblem } from '../features/live-scope.ts';
import { type LiveSession, liveSession } from '../features/live-session.ts';
import { type HeloStanding, heloStanding, heloText } from '../live/helo.ts';
import { isOpen } from '../live/judge.ts';
import type { NamedServer } from '../live/look.ts';
import { isPublishedBadly } from '../live/published.ts';
import {
  differenceText,
  isSharedAdvice,
  publishedText,
  resultText,
  shortList,
  toldApart,
  troubleLines,
  whoText,
} from '../live/result-text.ts';
import { LiveCount, summaryText } from '../live/summary.ts';
import { type ZoneDifference, zoneDifference } from '../live/zone-diff.ts';
import { saneLimits } from '../ports/resolver.ts';
import { registry } from '../rules/registry.ts';
import { jsonText } from '../text/printable.ts';
import type { Zone } from '../workspace/instance.ts';
import type { LiveCommand } from './live-command.ts';
import { resultJson, type ZoneReport, zoneJson } from './live-json.ts';
import { fillScope } from './live-scope.ts';
import { givenPath, shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { sayProblems } from './say.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, EXIT_UNKNOWN, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle, type Workspace } from './workspace.ts';

/** `zonewright live`: asks the DNS for PTR records as mail servers do, and holds the answers against the zone files. */
export async function live(command: LiveCommand, around: Surroundings): Promise<number> {
  const workspace = await workspaceOf(command, around);
  const limits = saneLimits({ ...workspace.settings.live, ...command.limits });
  const port = await around.live();
  const resolver = port.resolver(limits);
  try {
    const session = liveSession(featuresOf(workspace, around), {
      resolver,
      named: command.resolver,
      namedBy: '--resolver',
      systemServers: port.systemServers,
      authoritative: command.authoritative,
      concurrency: limits.concurrency,
      isCancelled: () => false,
    });
    await fillScope(session.scope, command.targets, { workspace, held: session.held, around });
    const features = featuresOf(workspace, around);
    const differenceOf = async (zone: Zone): Promise<ZoneDifference | undefined> => {
      if (!command.records) return undefined;
      const name = session.held.nameOf(zone);
      const { lookup } = session;
      const servers = command.authoritative ? await lookup.serversOf(name) : namedServers(command);
      const notCompared = typesNotCompared(features, zone);
      const options = { resolver, lookup, servers, mayTransfer: true, notCompared };
      return zoneDifference(name, heldSets(features, zone), options);
    };
    return await report(command, { ...session, differenceOf }, around);
  } finally {
    resolver.close();
  }
}

function featuresOf({ engine, project, reporter, settings }: Workspace, around: Surroundings): FeatureContext {
  const label = (path: string): string => shownPath(path, around.directory);
  return { engine, project, places: reporter.places, settings, label, now: around.clock.now() };
}

/** The zones that results are held against: those around the files that are named, else around the working directory. */
async function workspaceOf({ targets }: LiveCommand, around: Surroundings): Promise<Workspace> {
  const files: string[] = [];
  for (const target of targets) if (await isFile(target, around)) files.push(target);
  const paths = files.length > 0 ? files : ['.'];
  const workspace = await openWorkspace({ paths, config: undefined, isNear: true }, registry, around);
  settle(workspace);
  return workspace;
}

/** Whether a word names a file that can be read; a network in CIDR form has a slash too. */
export async function isFile(target: string, around: Surroundings): Promise<boolean> {
  if (target === '-') return true;
  const content = await around.files.read(givenPath(target, around));
  return content.kind === 'bytes';
}

/** The server that the user names may hand out its zones. */
function namedServers({ resolver }: LiveCommand): NamedServer[] {
  return resolver ? [{ name: '', ...resolver }] : [];
}

interface Reporting extends LiveSession {
  readonly differenceOf: (zone: Zone) => Promise<ZoneDifference | undefined>;
}

async function report(command: LiveCommand, session: Reporting, around: Surroundings): Promise<number> {
  const { checker, beside, held, scope, differenceOf } = session;
  const isJson = command.format === 'json';
  const count = new LiveCount();
  const who = new Set<string>();
  const isOfMany = scope.addresses.size > 1;
  const shared = new Map<string, string[]>();
  let isFirst = true;
  const helos = await helosOf(command.helo, session);
  if (isJson) await around.print('{\n  "results": [');
  for await (const plain of checker.checkAll(scope.addresses)) {
    const result = await beside.beside(plain);
    count.add(result);
    for (const line of [...troubleLines(result), whoText(result)]) who.add(line);
    // What many have in common is told once, behind all; what the files add to it is of the address alone.
    const isShared = isOfMany && result.advice === plain.advice && isSharedAdvice(result);
    if (isShared) {
      const alike = shared.get(result.advice) ?? [];
      alike.push(result.address);
      shared.set(result.advice, alike);
    }
    const text = isJson
      ? `${isFirst ? '' : ','}\n${indented(resultJson(result))}`
      : printed(resultText(isShared ? { ...result, advice: '' } : result), '\n');
    await around.print(text);
    isFirst = false;
  }
  const zones: ZoneReport[] = [];
  for (const zone of scope.zones)
    zones.push({ ...(await beside.published(held.nameOf(zone), zone)), records: await differenceOf(zone) });
  if (isJson) {
    const told = command.helo === undefined ? {} : { helo: helos };
    const rest = { zones: zones.map(zoneJson), names: scope.names, ...told, summary: count.summary };
    await around.print(`${isFirst ? '' : '\n  '}],${jsonText(rest).slice(1)}\n`);
  } else {
    for (const zone of toldApart(zones))
      await around.print(printed(publishedText(zone) + (zone.records ? differenceText(zone.records) : ''), '\n'));
    for (const { name, message } of scope.names) await around.print(printed(`${name}: ${message}\n`, '\n'));
    for (const helo of helos) await around.print(printed(`${heloText(helo)}\n`, '\n'));
    for (const [advice, addresses] of shared) who.add(`${shortList(addresses)}: ${advice}`);
    for (const line of who) if (line !== '') await around.print(printed(`${line}\n`, '\n'));
    await around.print(`${summaryText(count.summary)}\n`);
  }
  sayProblems(scope.problems, around);
  if (scope.problems.length > 0) return EXIT_TROUBLE;
  const differs = zones.some(({ records }) => records && records.differences.length > 0);
  const isUnfit = helos.some(({ verdict }) => verdict !== 'confirmed' && verdict !== 'unknown');
  if (differs || isUnfit || zones.some(isPublishedBadly)) return EXIT_FINDINGS;
  const exit = exitOf(count.outcome, scope.names);
  const isAnyOpen = helos.some(({ verdict }) => verdict === 'unknown') || zones.some(({ status }) => isOpen(status));
  return exit === EXIT_FINE && isAnyOpen ? EXIT_UNKNOWN : exit;
}

/** What the mail server calls itself, held against each address that the word came to. */
async function helosOf(helo: string | undefined, { checker, scope }: Reporting): Promise<readonly HeloStanding[]> {
  const name = helo === undefined ? undefined : nameKey(helo, '.');
  if (name === undefined) return [];
  return Promise.all([...scope.addresses].map((address) => heloStanding(checker, name, address)));
}

function exitOf(outcome: LiveCount['outcome'], names: readonly NameProblem[]): number {
  if (outcome === 'faults' || names.some(({ isFault }) => isFault)) return EXIT_FINDINGS;
  return outcome === 'unknown' || names.length > 0 ? EXIT_UNKNOWN : EXIT_FINE;
}

function indented(value: unknown): string {
  return jsonText(value).replace(/^/gm, '    ');
}
