import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { MASTER, readOutcome, type ZoneCase } from './bind.ts';
import { checkErrors, findingsOf, ourOutcome } from './ours.ts';

/**
 * Compares zone files as they lie in a folder (or are listed in a file) with BIND, and where the verdicts differ with
 * three more checkers: `npx tsx test/oracle/corpus.ts FOLDER_OR_LIST [WORD]`. Prints counts and what differs; WORD in a path selects.
 */
function main(target: string, word: string): void {
  const known = new Map<string, string>();
  const paths = pathsOf(target, known).filter((path) => path.includes(word));
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-corpus-'));
  const tally = {
    files: paths.length,
    accepted: 0,
    recordsDiffer: 0,
    verdictDiffers: 0,
    fourAgree: 0,
    fourAgainstUs: 0,
    bindLines: 0,
    found: 0,
    extra: 0,
    checkFound: 0,
    checkExtra: 0,
    templates: 0,
    templatesLoud: 0,
  };
  try {
    const origins = paths.map((path) => known.get(path) ?? originOf(path));
    runBind(folder, paths, origins);
    paths.forEach((path, index) => {
      compare({ path, origin: origins[index] ?? '.', folder, index }, tally);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const share = (part: number): string => `${((100 * part) / Math.max(1, tally.bindLines)).toFixed(2)} %`;
  console.log(JSON.stringify(tally));
  console.log(`lines found ${share(tally.found)}, others ${share(tally.extra)}`);
  console.log(`lines found by check ${share(tally.checkFound)}, others ${share(tally.checkExtra)}`);
}

interface Candidate {
  readonly path: string;
  readonly origin: string;
  readonly folder: string;
  readonly index: number;
}

function compare({ path, origin, folder, index }: Candidate, tally: Record<string, number>): void {
  const count = (key: string, by = 1): void => {
    tally[key] = (tally[key] ?? 0) + by;
  };
  const theirs = readOutcome(join(folder, String(index)));
  const zone = caseOf(path, origin);
  const ours = ourOutcome(zone);
  const said: string[] = [];
  if (isTemplate(zone)) {
    count('templates');
    const findings = findingsOf(zone);
    if (findings.length > 1) {
      count('templatesLoud');
      said.push(`   template: ${findings.slice(0, 4).join(' | ')}`);
    }
  }
  count('accepted', theirs.isAccepted ? 1 : 0);
  const missing = theirs.errorLines.filter((line) => !ours.errorLines.includes(line));
  const isOfZone = theirs.errorLines.length === 0 && !theirs.isAccepted;
  const extra = isOfZone ? [] : ours.errorLines.filter((line) => !theirs.errorLines.includes(line));
  count('bindLines', theirs.errorLines.length);
  count('found', theirs.errorLines.length - missing.length);
  count('extra', extra.length);
  const named = new Set(checkErrors(zone).map((said) => said.split(': ', 1)[0] ?? ''));
  const agreed = theirs.errorLines.filter((line) => named.has(line)).length;
  count('checkFound', agreed);
  count('checkExtra', isOfZone ? 0 : named.size - agreed);
  for (const line of missing.slice(0, 5))
    said.push(`   not here: ${theirs.messages.filter((m) => m.includes(`${line}:`)).join(' | ')}`);
  for (const line of extra.slice(0, 5))
    said.push(`   only here: ${ours.messages.filter((m) => m.startsWith(`${line}:`)).join(' | ')}`);
  if (theirs.isAccepted !== ours.isAccepted) {
    count('verdictDiffers');
    const others = otherVerdicts(path, origin);
    const all = [theirs.isAccepted, ...others];
    if (all.every((one) => one === theirs.isAccepted)) count('fourAgainstUs');
    said.push(`   VERDICT here ${ours.isAccepted}, BIND NSD Knot ldns: ${all.join(' ')}`);
    said.push(`   ${[...theirs.messages.slice(0, 3), '--', ...ours.messages.slice(0, 3)].join(' | ')}`);
  }
  if (theirs.isAccepted) {
    const lost = withoutEach(theirs.records, ours.records);
    const gained = withoutEach(ours.records, theirs.records);
    if (lost.length + gained.length > 0) count('recordsDiffer');
    for (const record of lost.slice(0, 3)) said.push(`   - ${record.slice(0, 300)}`);
    for (const record of gained.slice(0, 3)) said.push(`   + ${record.slice(0, 300)}`);
  }
  if (said.length > 0) console.log([`${path} (${origin})`, ...said].join('\n'));
}

function withoutEach(records: readonly string[], others: readonly string[]): string[] {
  const set = new Set(others);
  return records.filter((record) => !set.has(record));
}

/** The files of a folder, or of a list whose lines may tell the origin behind a tab. */
function pathsOf(target: string, known: Map<string, string>): string[] {
  if (!statSync(target).isDirectory()) {
    const rows = readFileSync(target, 'utf8').split('\n').filter(Boolean);
    return rows.map((row) => {
      const [path = '', origin] = row.split('\t');
      if (origin !== undefined) known.set(path, origin);
      return path;
    });
  }
  return readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .filter((path) => /^(?:[^;\n]*[ \t])SOA[ \t]/im.test(readFileSync(path, 'latin1')))
    .sort();
}

/** Which zone a file may be: a configuration beside it, its first $ORIGIN, its SOA's owner, its name. */
function originOf(path: string): string {
  return fromConfiguration(path) ?? fromText(readFileSync(path, 'latin1')) ?? fromName(path);
}

function fromConfiguration(path: string): string | undefined {
  for (let up = dirname(path), i = 0; i < 3; up = dirname(up), i++) {
    for (const name of readdirSync(up)) {
      if (!/^(?:named.*\.conf|nsd\.conf)/.test(name) || !statSync(join(up, name)).isFile()) continue;
      const text = readFileSync(join(up, name), 'latin1');
      for (const [, zone = '', body = ''] of text.matchAll(/\bzone\s+"?([^"\s{]+)"?\s*(?:IN\s*)?\{([^}]*)\}/gi)) {
        const file = /\bfile\s+"([^"]+)"/.exec(body)?.[1];
        if (file !== undefined && resolve(up, file) === path) return zone.replace(/(.)\.$/, '$1');
      }
    }
  }
  return undefined;
}

function fromText(text: string): string | undefined {
  for (const line of text.split('\n')) {
    const origin = /^\$ORIGIN\s+(\S+\.)(?:\s|$)/i.exec(line)?.[1];
    if (origin !== undefined) return bare(origin);
    const owner = /^([^;\s]\S*)\s.*?\bSOA\s/i.exec(line)?.[1];
    if (owner === '@') return undefined;
    if (owner !== undefined) return owner.endsWith('.') ? bare(owner) : undefined;
  }
  return undefined;
}

function fromName(path: string): string {
  const name = basename(path)
    .replace(/^(?:db|zone|named|pri|master)[.-]/, '')
    .replace(/\.(?:db|zone|zonefile|hosts|fwd|rev|signed|unsigned|bad|good|in|txt)\d?(?:\..*)?$/, '');
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(name) ? name : 'example';
}

function bare(name: string): string {
  return name.replace(/(.)\.$/, '$1');
}

/** The file with what it includes, under the names that it uses. */
function caseOf(path: string, origin: string): ZoneCase {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, from: string): void => {
    if (files.has(name) || !existsSync(from) || !statSync(from).isFile() || files.size > 50) return;
    const bytes = readFileSync(from);
    files.set(name, bytes);
    for (const [, included = ''] of bytes.toString('latin1').matchAll(/^\$INCLUDE\s+"?([^\s";]+)/gim))
      add(included, resolve(dirname(path), included));
  };
  add(MASTER, path);
  return { files, origin };
}

function runBind(folder: string, paths: readonly string[], origins: readonly string[]): void {
  const script = `h="$1"; mkdir "$h"; cd "$(dirname "$2")" && timeout 60 named-checkzone -i none -k ignore -s full -D -o "$h/.records" "$3" "$(basename "$2")" >"$h/.log" 2>&1; echo $? >"$h/.status"`;
  const input = paths.map((path, i) => [join(folder, String(i)), path, origins[i] ?? '.'].join('\0')).join('\0');
  const run = spawnSync('xargs', ['-0', '-P', '3', '-n', '3', 'sh', '-c', script, 'sh'], { input });
  if (run.status !== 0) throw new Error(`named-checkzone is needed: ${run.stderr}`);
  for (const [index, path] of paths.entries()) {
    // Error lines name the file as it was called.
    const name = basename(path).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const log = join(folder, String(index), '.log');
    spawnSync('sed', ['-i', '-E', `s#(^|: )${name.replaceAll('#', '\\#')}:([0-9]+):#\\1${MASTER}:\\2:#`, log]);
  }
}

/** NSD's, Knot's and ldns's. */
function otherVerdicts(path: string, origin: string): boolean[] {
  const cwd = dirname(path);
  const accepts = (program: string, ...words: string[]): boolean =>
    spawnSync(program, words, { cwd, timeout: 60_000 }).status === 0;
  return [
    accepts('nsd-checkzone', origin, path),
    accepts('kzonecheck', '-o', origin, path),
    accepts('ldns-read-zone', '-o', origin, path),
  ];
}

function isTemplate({ files }: ZoneCase): boolean {
  const text = Buffer.from(files.get(MASTER) ?? []).toString('latin1');
  return /\{\{|\{%|<%|(?:^|[\s.])@[A-Za-z_][A-Za-z_0-9]*@|%[A-Z_]{3,}%|\$\{[A-Za-z]/.test(text.replaceAll(/;.*/g, ''));
}

const [target, word = ''] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: corpus.ts FOLDER_OR_LIST [WORD]');
main(target, word);
