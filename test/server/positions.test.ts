import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type ClientCapabilities,
  DidChangeTextDocumentNotification,
  type Position,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import { registry } from '../../src/rules/registry.ts';
import { Columns, type Unit, unitOf } from '../../src/server/columns.ts';
import { Editor, FOLDER, type Scope, VSCODE } from './editor.ts';
import { lengthIn, positionFrom, positionIn, UNITS } from './units.ts';
import { randomOf, settled } from './whole-server.ts';

test('a line is measured in each unit, in both directions and in any order', () => {
  const line = 'a\u00e9\u4f8b\u{1f600}b\ud83dc';
  for (const unit of UNITS) {
    const columns = new Columns(line, unit);
    const places = [0, 1, 2, 3, 5, 6, 7, 8];
    for (const place of [...places, ...[...places].reverse(), 3, 8, 0]) {
      const measured = lengthIn(unit, line.slice(0, place));
      assert.equal(columns.outward(place), measured, `${unit} ${place}`);
      assert.equal(columns.inward(measured), place, `${unit} ${place}`);
    }
    assert.equal(new Columns('\u{1f600}', unit).outward(1), lengthIn(unit, '\u{1f600}'));
    assert.equal(columns.outward(11), lengthIn(unit, line) + 3, 'behind the end it stays as far behind');
    assert.equal(columns.inward(lengthIn(unit, line) + 3), 11);
  }
  assert.equal(new Columns(line, 'utf-8').inward(8), 3, 'inside a character its beginning');
  assert.equal(new Columns(line, 'utf-32').outward(4), 4, 'and its end on the way out');
});

test('of the units that a client can do its first one counts, of those that are known', () => {
  const unitFor = (positionEncodings?: unknown): Unit => unitOf({ general: { positionEncodings } } as object);
  assert.equal(unitOf({}), 'utf-16');
  assert.equal(unitFor([]), 'utf-16');
  assert.equal(unitFor(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
  assert.equal(unitFor(['utf-8', 'utf-16']), 'utf-8');
  assert.equal(unitFor('utf-8'), 'utf-16');
});

const HEAD = '$TTL 1h ; \u{1f600}\u00e9\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const FILES = {
  'example.com.zone': `${HEAD}w IN TXT "\u{1f600} \u00e9" "v=spf1 a:www.example.com -all" ; \u4f8b\n\u{1f600} 600 IN CNAME www ; \u{1f600}\nwww IN A 192.0.2.10 ; ignored \u{1f600}\n\u4f8b IN A 192.0.2.12\nt TXT "\u{1f600}" ) FOO\n$INCLUDE hosts ; \u{1f600}\n`,
  hosts: 'x\u{1f600} IN MX 10 mail\nmail IN A 192.0.2.11\n\u00e9 IN FOO \u4f8b\n',
  '2.0.192.in-addr.arpa.zone':
    '$TTL 1h\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 2h 15m 2w 1h ; \u{1f600}\n@ IN NS ns1.example.com.\n10 TXT "\u{1f600}" ; \u{1f600}\n10 IN PTR \u{1f600}.example.com.\n',
  'named.conf':
    '/* \u{1f600} */ zone "example.com" { /* \u00e9 */ type primary; file "example.com.zone"; };\nzone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; }; /* \u4f8b */ foo "\u{1f600}";\n/* \u{1f600} */ zone "example.net" { type primary; file "missing.zone"; };\n',
  'zonewright.json': '{ "\u{1f600}": 1, "rules": { "\u00e9": "error" } }',
};
const OPEN = ['example.com.zone', '2.0.192.in-addr.arpa.zone', 'named.conf'];

/** A client that gets edits with its actions, and the commands of other editors. */
const OTHER: ClientCapabilities = {
  ...VSCODE,
  textDocument: {
    ...VSCODE.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

/** Requests about a place, with what they take beside it. */
const ABOUT_PLACES: Readonly<Record<string, object>> = {
  hover: {},
  completion: {},
  definition: {},
  references: { context: { includeDeclaration: true } },
  documentHighlight: {},
  prepareRename: {},
  rename: { newName: 'renamed' },
  prepareCallHierarchy: {},
};
const ABOUT_FILES = ['documentSymbol', 'documentLink', 'codeLens', 'diagnostic', 'foldingRange', 'semanticTokens/full'];
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('what is asked and answered means the same in whatever unit', async (t) => {
  const [first = [], ...others] = await Promise.all(UNITS.map((unit) => answersIn(t, unit)));
  assert.ok(first.length > 150 && first.join('').includes('\u{1f600}'));
  for (const other of others) assert.deepEqual(other, first);
});

/** The answers to all sorts of requests, each range as the text that it stands for. */
async function answersIn(t: Scope, unit: Unit): Promise<string[]> {
  const editor = await Editor.start(t, { rules: registry, files: FILES, capabilities: OTHER, unit });
  assert.equal(editor.initializeResult?.capabilities.positionEncoding, unit);
  for (const name of OPEN) await editor.open(name, undefined, name.endsWith('.conf') ? 'bind' : 'dns-zone');
  await settled(editor);
  const answers: string[] = [];
  for (const name of OPEN) {
    const uri = `${FOLDER}/${name}`;
    const text = editor.textOf(name);
    const note = async (method: string, params: object): Promise<unknown> => {
      const asked = { textDocument: { uri }, ...params };
      const answer = await editor.connection
        .sendRequest(`textDocument/${method}`, asked)
        .catch((error) => String(error));
      answers.push(`${name} ${method} ${JSON.stringify(inWords(editor, answer, uri))}`);
      return answer;
    };
    for (const method of ABOUT_FILES) await note(method, {});
    for (const method of ['inlayHint', 'rangeFormatting', 'semanticTokens/range'])
      await note(method, { range: ALL, options: { tabSize: 8, insertSpaces: false } });
    for (const at of places(text)) {
      const position = positionIn(unit, text, at);
      for (const [method, more] of Object.entries(ABOUT_PLACES)) await note(method, { position, ...more });
      await note('selectionRange', { positions: [position] });
      const range = { start: position, end: position };
      await note('codeAction', { range, context: { diagnostics: [] } });
    }
    const tokens = (await note('semanticTokens/full', {})) as { data: number[] } | null;
    answers.push(`${name} colours ${JSON.stringify(colouredWords(tokens?.data ?? [], text, unit))}`);
  }
  return answers;
}

/** Behind the first character beyond ASCII of each line, and in the last word. */
function places(text: string): Position[] {
  return text.split('\n').flatMap((line, index) => {
    const first = /\P{ASCII}+/u.exec(line);
    const last = line.search(/[\w.]+\W*$/);
    if (!first) return [];
    return [first.index + first[0].length, last].map((character) => ({ line: index, character }));
  });
}

/** An answer with the texts that its ranges stand for, which are the same in every unit. */
function inWords(editor: Editor, value: unknown, uri: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Editors order proposals by what these say; a server has names in the order in which it read them.
  if (Array.isArray(value)) return value.map((item) => inWords(editor, item, uri)).sort(byLabel);
  const fields = value as Record<string, unknown>;
  const own = [fields.uri, fields.targetUri, (fields.textDocument as { uri?: unknown } | undefined)?.uri];
  const of = own.find((one): one is string => typeof one === 'string') ?? uri;
  const text = editor.textOf(of.slice(FOLDER.length + 1));
  if (isPosition(value)) return positionFrom(editor.unit, text, value);
  if (isRange(value)) {
    const start = positionFrom(editor.unit, text, value.start);
    const end = positionFrom(editor.unit, text, value.end);
    const line = text.split('\n')[start.line] ?? '';
    return `${start.line}:${start.character} ${line.slice(start.character, start.line === end.line ? end.character : undefined)}`;
  }
  return Object.fromEntries(
    Object.entries(fields).map(([key, item]) => {
      // The client passes it back as it came; numbers of colours are told as words, and counts of them are of this answer.
      if (key === 'data' || key === 'resultId') return [key, '...'];
      return [key, inWords(editor, item, key === 'originSelectionRange' ? uri : of)];
    }),
  );
}

function byLabel(a: unknown, b: unknown): number {
  const labelOf = (item: unknown): string => (item as { label?: unknown } | null)?.label?.toString() ?? '';
  return labelOf(a) < labelOf(b) ? -1 : Number(labelOf(a) > labelOf(b));
}

function isPosition(value: object): value is Position {
  return 'line' in value && 'character' in value;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && typeof value.start === 'object';
}

function colouredWords(data: readonly number[], text: string, unit: Unit): string[] {
  const words: string[] = [];
  const lines = text.split('\n');
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines_ = 0, columns = 0, length = 0, type = 0] = data.slice(at, at + 4);
    line += lines_;
    character = lines_ === 0 ? character + columns : columns;
    const [start, end] = [character, character + length].map((one) =>
      positionFrom(unit, text, { line, character: one }),
    );
    words.push(`${type} ${lines[line]?.slice(start?.character, end?.character)}`);
  }
  return words;
}

test('changes one behind the other are each of the text that the one before has left', async (t) => {
  for (const unit of UNITS) {
    const editor = await Editor.start(t, { rules: registry, files: FILES, unit });
    for (const name of ['example.com.zone', 'named.conf']) {
      const uri = await editor.open(name, undefined, name.endsWith('.conf') ? 'bind' : 'dns-zone');
      const random = randomOf(7);
      let text = editor.textOf(name);
      for (let version = 2; version < 30; version++) {
        const contentChanges = Array.from({ length: 1 + random(4) }, () => {
          const added = ['\u{1f600}', '\u00e9x', '', 'a\n', '\u4f8b\r\n', '(', '"'][random(7)] ?? '';
          const [start, end] = twoPlaces(text, random);
          const range = { start: sentPlace(unit, text, start), end: sentPlace(unit, text, end) };
          text = text.slice(0, start) + added + text.slice(end);
          return { range, text: added };
        });
        const textDocument = { uri, version };
        await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument,
          contentChanges,
        });
      }
      await settled(editor);
      const { open, store } = editor.session;
      assert.equal(open.get(uri)?.configuration ?? store.files.get(uri)?.document.text, text, `${unit} ${name}`);
    }
  }
});

/** Two places in a text, between whole characters and not inside the end of a line. */
function twoPlaces(text: string, random: (below: number) => number): [number, number] {
  const ends = [...text.matchAll(/\r\n|./gsu)].map((match) => match.index);
  const at = random(ends.length);
  return [ends[at] ?? 0, ends[Math.min(ends.length - 1, at + random(4))] ?? 0];
}

function sentPlace(unit: Unit, text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return positionIn(unit, text, { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 });
}

test('edits that the server asks for come in the unit of the client', async (t) => {
  const results: string[] = [];
  for (const unit of UNITS) {
    const editor = await Editor.start(t, { rules: registry, files: FILES, capabilities: OTHER, unit });
    const uri = await editor.open('example.com.zone');
    await settled(editor);
    await editor.connection.sendRequest('workspace/executeCommand', {
      command: 'zonewright.addMissingPtrs',
      arguments: [{ uri }],
    });
    results.push(
      Object.keys(FILES)
        .map((name) => editor.textOf(name))
        .join('---\n'),
    );
  }
  assert.notEqual(results[0], Object.values(FILES).join('---\n'));
  for (const result of results) assert.equal(result, results[0]);
});

test('nothing but one place asks the client to make an edit or sends diagnostics', () => {
  const folder = join(root, 'src', 'server');
  const where = (what: RegExp): string[] =>
    readdirSync(folder).filter((name) => what.test(readFileSync(join(folder, name), 'utf8')));
  assert.deepEqual(where(/workspace\.applyEdit\(/), ['edits.ts']);
  assert.deepEqual(where(/\.sendDiagnostics\(|\.sendProgress\(/), ['diagnostics.ts']);
});

test('an edit right behind the opening of a document is of its text', async (t) => {
  for (const unit of UNITS) {
    const editor = await Editor.start(t, { rules: registry, unit });
    const text = `${HEAD}t TXT "\u{1f600}\u00e9" ; \u{1f600} end\n`;
    const uri = await editor.open('example.com.zone', text);
    await editor.type(uri, 'end', 'over');
    await settled(editor);
    assert.equal(editor.session.store.files.get(uri)?.document.text, text.replace('end', 'over'), unit);
  }
});
