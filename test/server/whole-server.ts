import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  type FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER, type Scope } from './editor.ts';
import { Rounds, turns } from './rounds.ts';
import { UNITS } from './units.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Changes to make at random: a seed gives the same ones again. */
export type Random = (below: number) => number;

/** Numbers that a seed decides (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const REVERSE = '$TTL 1h\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 2h 15m 2w 1h\n@ IN NS ns1.example.com.\n';

/** Lines that the files are made of, by the kind of file. */
const LINES = {
  zone: [
    HEAD,
    '$ORIGIN example.com.\n',
    '$ORIGIN sub\n',
    '$TTL 2h\n',
    'www IN A 192.0.2.10\n',
    'www A 192.0.2.11\n',
    ' IN A 192.0.2.12\n',
    'mail IN MX 10 www\n',
    'a IN CNAME b\n',
    '$INCLUDE hosts\n',
    '$INCLUDE more.inc\n',
    '$INCLUDE example.com.zone\n',
    '$INCLUDE hosts sub.example.com.\n',
    '$INCLUDE build/more.inc\n',
    'x FOO y\n',
    'far.example.net. IN A 192.0.2.13\n',
    't TXT "\u00e9\u{1f600}" "\u4f8b" ) FOO\n',
    '\u{1f600}w A 192.0.2.16 ; \u{1f600}\n',
  ],
  part: [
    'www IN A 192.0.2.10\n',
    ' A 192.0.2.14\n',
    '$INCLUDE more.inc\n',
    '$INCLUDE hosts\n',
    '$TTL 1h\n',
    '$ORIGIN sub\n',
    '\u051d\u051d\u051d A 192.0.2.17\n',
    'b A 192.0.2.15\n',
    'c TXT "\u{1f600}\u00e9" "open ; \u{1f600}\n',
    HEAD,
  ],
  reverse: [
    REVERSE,
    '10 IN PTR www.example.com.\n',
    '11 IN PTR www.example.com.\n',
    '12 PTR nobody.example.com.\n',
    '$ORIGIN 2.0.192.in-addr.arpa.\n',
    '13 PTR far.example.net\n',
    '14 TXT "\u{1f600}" PTR\n',
    '15 PTR \u051d\u051d\u051d.example.com.\n',
  ],
  configuration: [
    'zone "example.com" { type primary; file "example.com.zone"; };\n',
    'zone "example.com" { type primary; file "inside"; };\n',
    'zone "example.net" { type primary; file "hosts"; };\n',
    'zone "example.org" { type primary; file "build/example.org.zone"; };\n',
    'zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; };\n',
    'view "in" { zone "example.com" { type primary; file "example.com.zone"; }; };\n',
    'view "out" { zone "example.com" { type primary; file "inside"; }; include "more.conf"; };\n',
    'include "more.conf";\n',
    'include "zones.conf";\n',
    'include "named.conf";\n',
    'zone "example.com" {\n',
    '/* \u00e9\u{1f600} */ zone "example.net" { type primary; file "hosts"; }; options {};\n',
    'options { directory "/etc/bind"; };\n',
  ],
  settings: [
    '{}',
    '{ "rules": { "ptr-missing": "error" } }',
    '{ "zones": [{ "file": "hosts", "origin": "example.org" }] }',
    '{ "configuration": ["*.conf"] }',
    '{',
  ],
  ignored: ['build/\n', '/build\n', '!build\n', 'b*/\n', '*\n', '!/build/\n', 'build/*\n', '# build\n', 'inside\n'],
} as const;

/** Kinds of files that are changed on disk only. */
export const UNOPENED: ReadonlySet<keyof typeof LINES> = new Set(['settings', 'ignored']);

/** Files by their names, with their kinds. */
type Names = readonly (readonly [string, keyof typeof LINES])[];

export const NAMES: Names = [
  ['example.com.zone', 'zone'],
  ['inside', 'zone'],
  ['hosts', 'part'],
  ['more.inc', 'part'],
  ['2.0.192.in-addr.arpa.zone', 'reverse'],
  ['named.conf', 'configuration'],
  ['more.conf', 'configuration'],
  ['zones.conf', 'configuration'],
  ['zonewright.json', 'settings'],
  ['build/example.org.zone', 'zone'],
  ['build/more.inc', 'part'],
  ['build/.gitignore', 'ignored'],
  ['.gitignore', 'ignored'],
];

/** A text of a kind of file, which may be empty. */
export function textOf(kind: keyof typeof LINES, random: Random): string {
  const lines = LINES[kind];
  const pick = (): string => lines[random(lines.length)] ?? '';
  if (kind === 'settings') return pick();
  if (random(12) === 0) return '';
  let text = random(3) > 0 ? (lines[0] ?? '') : '';
  for (let count = random(5); count > 0; count--) text += pick();
  return text;
}

/** What a round does, for people who look for the cause of a difference. */
export type Step = string;

/**
 * Opens, types, closes, saves, renames, deletes and makes files at random, some in quick succession, and gives what was
 * done. At the end the server has all that it was told of.
 */
export async function wander(editor: Editor, names: Names, random: Random, count: number): Promise<Step[]> {
  const steps: Step[] = [];
  for (let step = 0; step < count; step++) {
    steps.push(await takeStep(editor, names, random));
    const wait = random(5);
    if (wait < 2) await settled(editor);
    else if (wait === 2) await someTime(editor, random);
  }
  return steps;
}

/** Lets the server work for a while, but not to the end. */
async function someTime({ time }: Editor, random: Random): Promise<void> {
  await turns(random(30));
  time?.pass(random(SOME_MS));
}

async function takeStep(editor: Editor, names: Names, random: Random): Promise<Step> {
  const [name, kind] = names[random(names.length)] ?? NAMES[0] ?? (['', 'zone'] as const);
  const uri = `${FOLDER}/${name}`;
  const isOpen = editor.session.open.has(uri) || openHere.get(editor)?.has(uri) === true;
  const known = openHere.get(editor) ?? new Set<string>();
  openHere.set(editor, known);
  switch (random(7)) {
    case 0:
    case 1: {
      if (UNOPENED.has(kind)) break;
      if (isOpen) {
        const old = editor.texts.get(uri)?.text ?? '';
        const lines = LINES[kind];
        const line = lines[random(lines.length)] ?? '';
        if (random(2) === 0 && old.includes(line)) {
          await editor.type(uri, line, '');
          return `type ${name}: take out ${JSON.stringify(line)}`;
        }
        const rows = old.split('\n');
        const row = rows[random(rows.length)] ?? '';
        await editor.type(uri, row, `${row}\n${line}`.replace(/^\n/, ''));
        return `type ${name}: ${JSON.stringify(line)} behind ${JSON.stringify(row)}`;
      }
      if (!editor.files.has(uri)) break;
      known.add(uri);
      const text = String(editor.files.get(uri));
      await editor.open(name, text, kind === 'configuration' ? 'bind' : 'dns-zone');
      return `open ${name}`;
    }
    case 2: {
      if (!isOpen) break;
      known.delete(uri);
      await editor.close(uri);
      return `close ${name}`;
    }
    case 3: {
      if (!isOpen || !editor.files.has(uri)) break;
      editor.files.set(uri, editor.texts.get(uri)?.text ?? '');
      await changed(editor, [[uri, 2]]);
      return `save ${name}`;
    }
    case 4: {
      if (!editor.files.has(uri)) break;
      editor.files.delete(uri);
      await changed(editor, [[uri, 3]]);
      return `delete ${name}`;
    }
    case 5: {
      const [other] = names[random(names.length)] ?? [''];
      const to = `${FOLDER}/${other}`;
      if (!editor.files.has(uri) || to === uri || isOpen || known.has(to)) break;
      editor.files.set(to, editor.files.get(uri) ?? '');
      editor.files.delete(uri);
      await changed(editor, [
        [uri, 3],
        [to, 1],
      ]);
      return `rename ${name} to ${other}`;
    }
    default:
  }
  const text = textOf(kind, random);
  const type = editor.files.has(uri) ? 2 : 1;
  editor.files.set(uri, text);
  await changed(editor, [[uri, type]]);
  return `disk ${name} = ${JSON.stringify(text)}`;
}

const openHere = new WeakMap<Editor, Set<string>>();

/** Tells the server of changes on disk. */
export async function changed(editor: Editor, changes: readonly (readonly [string, FileChangeType])[]): Promise<void> {
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
}

/** Of processor time, in milliseconds: on a machine that does other things too rounds may take as long as they like. */
const LONGEST_MS = 60_000;
/** Longer than the server pauses. */
const SOME_MS = 200;

/** Waits until the server has nothing left to do. */
export async function settled(editor: Editor): Promise<void> {
  const { session, connection, time } = editor;
  let begin: NodeJS.CpuUsage | undefined;
  for (let quiet = 0, turn = 1; quiet < 3; turn++) {
    // Asking for it takes as long as some turns do.
    if (turn % 100 === 0) begin = assertComesToAnEnd(editor, begin);
    // An answer comes after all that was sent before.
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: `${FOLDER}/nothing.zone` } });
    const isQuiet = session.loop.isSettled && session.readings === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    if (!isQuiet && time) time.pass(SOME_MS);
    else if (!isQuiet) await session.loop.whenSettled(50);
    await turns(1);
  }
}

function assertComesToAnEnd({ session }: Editor, begin = process.cpuUsage()): NodeJS.CpuUsage {
  const { user, system } = process.cpuUsage(begin);
  if (user + system > LONGEST_MS * 1000)
    throw new Error(
      `the server does not come to an end: ${session.readings} readings, ${session.project.wanted()}, ${session.project.needsAssociation}, ${session.store.busy}, ${session.store.includeVersion}`,
    );
  return begin;
}

/** All that a server shows, by file, as its client gets it. */
export async function shownBy(editor: Editor): Promise<Record<string, unknown>> {
  const { session } = editor;
  const shown: Record<string, unknown> = {};
  const paths = new Set([...session.diagnostics.reports.paths(), ...session.project.configurations.paths]);
  for (const path of [...paths].sort()) {
    // What a serial was before is known of what was open then: no fresh server has seen it.
    const told = await editor.diagnostics(session.uri(path));
    const found = told.filter(({ code }) => code !== 'serial-not-increased');
    const items = found.map(({ range, message, severity, code, relatedInformation }) => {
      const { start, end } = range;
      const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
      const related = (relatedInformation ?? []).map(
        ({ location, message }) => `${location.uri}:${location.range.start.line} ${message}`,
      );
      return [place, severity, code, message, ...related].join(' ');
    });
    if (items.length > 0) shown[path.slice(FOLDER.length + 1)] = items;
  }
  return shown;
}

/** A server that begins with what is on disk, and in which the same documents are opened then. */
export async function freshLike(t: Scope, editor: Editor, random: Random): Promise<Editor> {
  const files: Record<string, string> = {};
  for (const [uri, text] of editor.files) files[uri.slice(FOLDER.length + 1)] = String(text);
  const fresh = await Editor.start(t, { rules: registry, files, time: editor.time });
  await settled(fresh);
  const open = [...(openHere.get(editor) ?? [])];
  for (let left = open.length; left > 1; left--) {
    const at = random(left);
    [open[left - 1], open[at]] = [open[at] ?? '', open[left - 1] ?? ''];
  }
  for (const uri of open) {
    const name = uri.slice(FOLDER.length + 1);
    const language = name.endsWith('.conf') ? 'bind' : 'dns-zone';
    await fresh.open(name, editor.texts.get(uri)?.text ?? '', language);
  }
  await settled(fresh);
  return fresh;
}

/** Rounds in which files come, go and change, and a fresh server is held against the one at hand. */
export const wholeServer = new Rounds(differenceIn, [0, 0, 0, 0.3, 2, 5]);

async function differenceIn(t: Scope, time: VirtualTime, seed: number, count: number): Promise<string | undefined> {
  const random = randomOf(seed);
  const files: Record<string, string> = {};
  // In a small world the same files meet more often, and a round takes less.
  const names = random(2) === 0 ? NAMES : NAMES.filter(() => random(3) > 0);
  for (const [name, kind] of names) if (random(3) > 0) files[name] = textOf(kind, random);
  const unit = UNITS[seed % UNITS.length] ?? 'utf-16';
  const late = randomOf(~seed);
  const onAnswer = () => (late(3) === 0 ? turns(late(40)) : undefined);
  // In every other round each document that is opened is a flood.
  const openedAtOnce = seed % 2 === 0 ? 16 : 0;
  const editor = await Editor.start(t, { rules: registry, files, unit, onAnswer, time, openedAtOnce });
  if (random(2) === 0) await settled(editor);
  const steps = await wander(editor, names, random, count);
  await settled(editor);
  const fresh = await freshLike(t, editor, random);
  try {
    assert.deepEqual(await shownBy(editor), await shownBy(fresh));
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const end = Object.fromEntries([...editor.files].map(([uri, text]) => [uri.slice(FOLDER.length + 1), text]));
    return `seed ${seed}\n${message}\nbegan with ${JSON.stringify(files, null, 1)}\n${steps.join('\n')}\nended with ${JSON.stringify(end, null, 1)}`;
  }
}
