import { globTest } from '../text/glob.ts';
import { folderOf, INDEXED_SEGMENTS, lastSegment, type PathIndex } from './path-index.ts';

/** A file of the workspace that a path of the server may mean, and how many of the path's last segments agree. */
export interface PathMatch {
  readonly path: string;
  readonly agreeing: number;
  /** All segments of the server's path agree, as far as its directory is known. */
  readonly isWhole: boolean;
}

/** A path as a server's configuration has it, and where that configuration lies in the workspace. */
export interface ServerPath {
  readonly path: string;
  /** What relative paths are relative to, as the server has it. */
  readonly directory: string | undefined;
  readonly configPath: string;
  /** A file that is meant only where all segments agree: the one that the path stands in, of an $INCLUDE. */
  readonly except?: string;
}

/**
 * The files of the workspace that a path of the server means. The workspace holds a part of the server's tree somewhere:
 * what lies in the configuration's own tree comes first (its folder, or the folder above its `etc`, as in a chroot), then
 * what has the nearest folder in common with it; among equals the longest run of equal last segments wins.
 * A relative path is taken from the server's directory, else from the configuration file's folder. Several where
 * nothing tells them apart, none where no file has the name.
 */
export function findPath(wanted: ServerPath, files: PathIndex): PathMatch[] {
  const target = targetOf(wanted);
  const name = target.segments.at(-1);
  if (name === undefined) return [];
  const exact = exactPath(target, files);
  if (exact !== undefined) return [{ path: exact, agreeing: target.segments.length, isWhole: true }];
  for (let count = 1; count <= Math.min(INDEXED_SEGMENTS, target.segments.length); count++) {
    const candidates = files.endingIn(target.segments.slice(-count));
    if (candidates.size > MAX_CANDIDATES) continue;
    const matches = [...candidates]
      .map((path) => matchOf(path, agreeingSegments(path, target), target))
      .filter((match) => match.agreeing > 0 && (match.isWhole || match.path !== wanted.except))
      .filter((match) => isPossible(match, target) && files.real(match.path) !== undefined);
    return withoutLinks(best(matches, target, files), files);
  }
  return [];
}

/** The file where the configuration's own place tells it: by the end of its folder, or by the folder above its `etc`. */
function exactPath({ exact, path, segments, configFolder, ownTree }: Target, files: PathIndex): string | undefined {
  const known = exact === undefined ? undefined : files.real(exact);
  if (known !== undefined || ownTree === configFolder || segments.length < 2) return known;
  if (!path.startsWith('/') && exact !== undefined) return undefined;
  return files.real(joinPath(ownTree, segments.join('/'), configFolder));
}

/** Where so many files have the same name, nothing but a longer path tells them apart. */
const MAX_CANDIDATES = 1000;

/** The files that an include with a pattern means, in their order by name. Only the last folder and the name may vary. */
export function findPattern(wanted: ServerPath, files: PathIndex): PathMatch[] {
  if (!isPattern(wanted.path)) return findPath(wanted, files);
  const target = targetOf(wanted);
  const tests = target.segments.map((segment) => segmentTest(segment, target));
  const lastTest = tests.at(-1);
  if (lastTest === undefined) return [];
  const matches: PathMatch[] = [];
  for (const path of candidatesOf(target, files)) {
    if (!lastTest(lastSegment(path))) continue;
    const agreeing = agreeingTests(path, tests);
    const match = matchOf(path, agreeing, target);
    if ((agreeing > 1 || isInFolder(path, target)) && isPossible(match, target)) matches.push(match);
  }
  return withoutLinks(best(matches, target, files), files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files that links lead to in their place, each once. */
function withoutLinks(matches: readonly PathMatch[], files: PathIndex): PathMatch[] {
  const found = new Map<string, PathMatch>();
  for (const match of matches) {
    const path = files.real(match.path);
    if (path !== undefined && !found.has(path)) found.set(path, { ...match, path });
  }
  return [...found.values()];
}

/** True for a path with wildcards of glob(7). */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** A path of the server, absolute as far as its directory is known, and normalised: equal ones are one file there. */
export function normalPath(wanted: ServerPath): string {
  return targetOf(wanted).segments.join('/');
}

/** Folders of the workspace that the server's directory may mean, the best ones only. */
export function findFolders(wanted: ServerPath, files: PathIndex): string[] {
  const target = targetOf(wanted);
  const name = target.segments.at(-1);
  if (target.exact !== undefined && files.filesIn(target.exact).size > 0) return [target.exact];
  if (name === undefined) return [];
  const matches = [...files.foldersNamed(name)]
    .map((path) => matchOf(path, agreeingSegments(path, target), target))
    .filter((match) => match.agreeing > 0 && isPossible(match, target));
  return best(matches, target, files).map((match) => match.path);
}

interface Target {
  /** Of the absolute path as far as the server's directory is known, `.` and `..` resolved. */
  readonly segments: readonly string[];
  /** The workspace's path where the configuration tells it exactly. */
  readonly exact: string | undefined;
  /** The folder of the workspace that stands for the server's `/`, where the configuration's own place tells it. */
  readonly root: string | undefined;
  readonly configFolder: string;
  /** The folder above the configuration's `etc`, which stands for a server's `/`; else the configuration's own folder. */
  readonly ownTree: string;
  /** The case of letters counts for nothing. */
  readonly isWindows: boolean;
  /** The path by itself, with slashes. */
  readonly path: string;
}

/** How paths and URIs of files on Windows begin: with a drive or a server. */
const ON_WINDOWS = /^(?:file:\/\/(?:[^/]|\/[A-Za-z]:)|[A-Za-z]:|\/\/)/;

function targetOf(wanted: ServerPath): Target {
  const path = withSlashes(wanted.path);
  const directory = withSlashes(wanted.directory ?? '');
  const configFolder = folderOf(wanted.configPath);
  const isAbsolute = path.startsWith('/');
  const full = isAbsolute || directory === '' ? path : `${directory}/${path}`;
  const segments = resolveDots(full);
  const root = full.startsWith('/') ? rootOf(configFolder, segments) : undefined;
  return {
    segments,
    exact: full.startsWith('/') ? root && joinPath(root.folder, full, configFolder) : joinPath(configFolder, full, ''),
    root: root?.folder,
    configFolder,
    ownTree: treeOf(configFolder),
    isWindows: wanted.path.includes('\\') || /^[A-Za-z]:/.test(wanted.path) || ON_WINDOWS.test(wanted.configPath),
    path,
  };
}

/** The folder above the last `etc` of a configuration's folder (`ns1/etc/bind`: `ns1`), else that folder itself. */
function treeOf(configFolder: string): string {
  const segments = configFolder.split('/');
  const at = segments.lastIndexOf('etc');
  return at < 0 ? configFolder : segments.slice(0, at).join('/');
}

/** A Windows path has back-slashes and a drive; neither tells anything here. */
function withSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^[A-Za-z]:/, '');
}

function resolveDots(path: string): string[] {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

/** A path below a folder of the workspace; an empty folder is the root where `sample` is an absolute path. */
function joinPath(folder: string, path: string, sample: string): string {
  let joined = folder;
  for (const segment of path.split('/')) {
    if (segment === '..') joined = folderOf(joined);
    else if (segment !== '' && segment !== '.')
      joined += joined === '' && !sample.startsWith('/') ? segment : `/${segment}`;
  }
  return joined;
}

/** Where the configuration's folder ends as the server's path begins (`ns1/etc/bind`, `/etc/bind/...`): `ns1`. */
function rootOf(configFolder: string, segments: readonly string[]): { readonly folder: string } | undefined {
  const first = segments[0];
  if (first === undefined) return undefined;
  // The longest run that agrees begins at the first place where the folder has the path's first segment.
  for (let at = startOf(configFolder, first, 0); at >= 0; at = startOf(configFolder, first, at + 1)) {
    const own = configFolder.slice(at).split('/');
    if (own.length < segments.length && own.every((segment, index) => segment === segments[index]))
      return { folder: configFolder.slice(0, Math.max(0, at - 1)) };
  }
  return undefined;
}

/** Where a segment begins in a path, from an offset on; -1 where it is not there. */
function startOf(path: string, segment: string, from: number): number {
  for (let at = path.indexOf(segment, from); at >= 0; at = path.indexOf(segment, at + 1)) {
    const end = path[at + segment.length];
    if ((at === 0 || path[at - 1] === '/') && (end === undefined || end === '/')) return at;
  }
  return -1;
}

function matchOf(path: string, agreeing: number, target: Target): PathMatch {
  return { path, agreeing, isWhole: agreeing === target.segments.length };
}

function agreeingSegments(path: string, target: Target): number {
  const { segments, isWindows } = target;
  const own = path.split('/');
  let count = 0;
  while (count < segments.length && count < own.length) {
    const [a, b] = [own[own.length - 1 - count] ?? '', segments[segments.length - 1 - count] ?? ''];
    if (a !== b && !(isWindows && a.toLowerCase() === b.toLowerCase())) break;
    count++;
  }
  return count;
}

function agreeingTests(path: string, tests: readonly ((segment: string) => boolean)[]): number {
  const own = path.split('/');
  let count = 0;
  while (count < tests.length && count < own.length) {
    const test = tests[tests.length - 1 - count];
    if (test?.(own[own.length - 1 - count] ?? '') !== true) break;
    count++;
  }
  return count;
}

/** Where the configuration's place tells which folder is the server's root, files outside of it are another server's. */
function isPossible(match: PathMatch, target: Target): boolean {
  return target.root === undefined || isBelow(match.path, target.root);
}

/** Those of the configuration's own tree by their agreement; else the nearest to it, and among these by their agreement. */
function best(matches: readonly PathMatch[], target: Target, files: PathIndex): PathMatch[] {
  const own = matches.filter(({ path }) => isBelow(path, target.ownTree) || isBelow(path, target.configFolder));
  if (own.length > 0) return bestAgreeing(own, target, files);
  const near = most(matches, ({ path }) => commonSegments(folderOf(path), target.configFolder));
  return bestAgreeing(near, target, files);
}

/** The longest agreement, then the nearest to the configuration, then the least deep. */
function bestAgreeing(matches: readonly PathMatch[], target: Target, files: PathIndex): PathMatch[] {
  if (matches.length === 0) return [];
  const ownCount = Math.min(resolveDots(target.path).length, target.segments.length);
  const beside = target.path.startsWith('/') ? undefined : joinPath(target.configFolder, target.path, '');
  const longest = most(matches, (match) => match.agreeing);
  if ((longest[0]?.agreeing ?? 0) <= ownCount && beside !== undefined && files.real(beside) !== undefined)
    return [matchOf(beside, ownCount, target)];
  const nearest = most(longest, (match) => commonSegments(baseOf(match), target.configFolder));
  return [...most(nearest, (match) => -baseOf(match).split('/').length)];
}

/** Those of the highest value. */
function most(matches: readonly PathMatch[], value: (match: PathMatch) => number): readonly PathMatch[] {
  const highest = matches.reduce((high, match) => Math.max(high, value(match)), -Infinity);
  return matches.filter((match) => value(match) === highest);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** A path less the segments that agree. */
function baseOf(match: PathMatch): string {
  return match.path.split('/').slice(0, -match.agreeing).join('/');
}

function commonSegments(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/** A test for one segment. */
function segmentTest(segment: string, { isWindows }: Target): (text: string) => boolean {
  const known = (text: string): string => (isWindows ? text.toLowerCase() : text);
  const wanted = known(segment);
  const fits = isPattern(segment) ? globTest(wanted.replace(/\*{2,}/g, '*')) : (text: string) => text === wanted;
  return (text) => fits(known(text));
}

/** Files worth a test: those of the folder that the pattern names, else those of the name that it gives, else all. */
function* candidatesOf(target: Target, files: PathIndex): Iterable<string> {
  const name = target.segments.at(-1) ?? '';
  const folder = target.segments.at(-2);
  if (folder === undefined) yield* files.filesIn(target.configFolder);
  else if (!isPattern(folder)) for (const path of files.foldersNamed(folder)) yield* files.filesIn(path);
  else if (!isPattern(name)) yield* files.endingIn([name]);
  else yield* files.all();
}

function isInFolder(path: string, target: Target): boolean {
  return target.segments.length === 1 && folderOf(path) === target.configFolder;
}
