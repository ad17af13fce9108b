import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import { DiskNews } from '../../src/server/disk-news.ts';
import { Editor, type EditorOptions, FOLDER, type Scope, until } from './editor.ts';
import { changed, settled } from './whole-server.ts';

const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const ZONE = `${FOLDER}/example.com.zone`;
const PART = `${FOLDER}/hosts.part`;
const OTHER = `${FOLDER}/other.part`;
const SETTINGS = `${FOLDER}/zonewright.json`;
const MISSING = /\$INCLUDE names "hosts\.part", and there is no such file here/;
const FILES = { 'example.com.zone': `${HEAD}$INCLUDE hosts.part\n`, 'hosts.part': 'www A 192.0.2.10\n' };

type What = 'kind' | 'list' | 'read';

/** Answers of the disk that come when the test lets them. */
class Disk {
  readonly #held = new Map<string, (() => void)[]>();
  readonly #hold = new Set<string>();

  readonly onAnswer: NonNullable<EditorOptions['onAnswer']> = (what, path) => {
    const key = `${what} ${path}`;
    // Only the next one.
    if (!this.#hold.delete(key)) return undefined;
    return new Promise((resolve) => this.#held.set(key, [...(this.#held.get(key) ?? []), resolve]));
  };

  hold(what: What, path: string): void {
    this.#hold.add(`${what} ${path}`);
  }

  /** Resolves when the server waits for an answer that is held. */
  async asked(what: What, path: string): Promise<void> {
    await until(() => this.#held.get(`${what} ${path}`)?.length);
  }

  release(what: What, path: string): void {
    for (const answer of this.#held.get(`${what} ${path}`) ?? []) answer();
    this.#held.delete(`${what} ${path}`);
  }
}

async function start(t: Scope, files: Record<string, string>): Promise<{ editor: Editor; disk: Disk }> {
  const disk = new Disk();
  const editor = await open(t, files, disk);
  await settled(editor);
  return { editor, disk };
}

function open(t: Scope, files: Record<string, string>, { onAnswer }: Disk): Promise<Editor> {
  return Editor.start(t, { rules: registry, files, onAnswer, checkPatience: 500 });
}

/** The included file goes while an answer about it is held, which comes then: it is not there. */
async function goesMeanwhile({ editor, disk }: { editor: Editor; disk: Disk }, held: [What, string]): Promise<void> {
  await disk.asked(...held);
  editor.files.delete(PART);
  await changed(editor, [[PART, 3]]);
  await heard(editor);
  disk.release(...held);
  await settled(editor);
  assert.match(await found(editor), MISSING);
  assert.equal(editor.session.project.paths.has(PART), false);
}

async function found(editor: Editor, uri = ZONE): Promise<string> {
  return (await editor.diagnostics(uri)).map(({ message }) => message).join('\n');
}

/** Waits until the server has taken in all that was sent before. */
async function heard(editor: Editor): Promise<void> {
  await editor.pull(`${FOLDER}/nothing.zone`);
}

test('a file that is deleted and made again is there, though the first message has something else to look at', async (t) => {
  const { editor, disk } = await start(t, FILES);
  disk.hold('kind', OTHER);
  editor.files.delete(PART);
  editor.files.set(OTHER, '');
  await changed(editor, [
    [PART, 3],
    [OTHER, 1],
  ]);
  await disk.asked('kind', OTHER);
  editor.files.set(PART, FILES['hosts.part']);
  await changed(editor, [[PART, 1]]);
  await heard(editor);
  disk.release('kind', OTHER);
  await settled(editor);
  assert.doesNotMatch(await found(editor), MISSING);
  assert.ok(editor.session.store.files.has(PART));
});

test('a file that is made and deleted is gone, though the disk says later that it is there', async (t) => {
  const { editor, disk } = await start(t, { 'example.com.zone': FILES['example.com.zone'] });
  disk.hold('kind', PART);
  editor.files.set(PART, FILES['hosts.part']);
  await changed(editor, [[PART, 1]]);
  await disk.asked('kind', PART);
  editor.files.delete(PART);
  await changed(editor, [[PART, 3]]);
  await heard(editor);
  disk.release('kind', PART);
  await settled(editor);
  assert.match(await found(editor), MISSING);
  assert.equal(editor.session.project.paths.has(PART), false);
});

test('what a look sees of a file is old when it, or a folder above it, is told of', async () => {
  const news = new DiskNews();
  news.gone('/a/b');
  await news.look(async (look) => {
    assert.ok(!look.isOld('/a/b'), 'that was before');
    news.come('/a/c');
    assert.deepEqual([look.isOld('/a/c'), look.isGone('/a/c'), look.isOld('/a/c/d')], [true, false, false]);
    news.gone('/a');
    assert.deepEqual([look.isGone('/a/c'), look.isGone('/a/x/y'), look.isGone('/ab')], [true, true, false]);
    news.come('/a');
    assert.ok(look.isGone('/a/c'), 'who tells of the folder lists it anew');
    news.come('/a/c');
    assert.deepEqual([look.isOld('/a/c'), look.isGone('/a/c')], [true, false]);
  });
});

test('a file in a folder that has gone while the folder was listed stays gone', async (t) => {
  const { editor, disk } = await start(t, { 'example.com.zone': FILES['example.com.zone'] });
  disk.hold('list', `${FOLDER}/sub`);
  editor.files.set(`${FOLDER}/sub/hosts.part`, '');
  await changed(editor, [[`${FOLDER}/sub`, 1]]);
  await disk.asked('list', `${FOLDER}/sub`);
  editor.files.delete(`${FOLDER}/sub/hosts.part`);
  await changed(editor, [[`${FOLDER}/sub`, 3]]);
  await heard(editor);
  disk.release('list', `${FOLDER}/sub`);
  await settled(editor);
  assert.equal(editor.session.project.paths.has(`${FOLDER}/sub/hosts.part`), false);
});

test('what was read of a file before it was changed does not count afterwards', async (t) => {
  const { editor, disk } = await start(t, FILES);
  disk.hold('read', PART);
  editor.files.set(PART, 'www A 192.0.2.11\nx FOO y\n');
  await changed(editor, [[PART, 2]]);
  await disk.asked('read', PART);
  editor.files.set(PART, 'www A 192.0.2.12\n');
  await changed(editor, [[PART, 2]]);
  await until(() => (editor.session.store.files.get(PART)?.document.text.includes('192.0.2.12') ? true : undefined));
  disk.release('read', PART);
  await settled(editor);
  assert.equal(editor.session.store.files.get(PART)?.document.text, 'www A 192.0.2.12\n');
});

test('a file that is closed and then deleted is gone, though the disk says later that it is there', async (t) => {
  const { editor, disk } = await start(t, FILES);
  await editor.open('hosts.part');
  await settled(editor);
  disk.hold('kind', PART);
  await editor.close(PART);
  await goesMeanwhile({ editor, disk }, ['kind', PART]);
});

test('a file that goes while the workspace is being listed is not there', async (t) => {
  const disk = new Disk();
  disk.hold('list', FOLDER);
  const editor = await open(t, FILES, disk);
  await goesMeanwhile({ editor, disk }, ['list', FOLDER]);
});

test('of the settings the last ones count, whichever were read first', async (t) => {
  const { editor, disk } = await start(t, FILES);
  const severities = async (): Promise<unknown[]> =>
    (await editor.diagnostics(ZONE)).filter(({ code }) => code === 'ns-single').map(({ severity }) => severity);
  disk.hold('read', SETTINGS);
  editor.files.set(SETTINGS, '{ "rules": { "ns-single": "off" } }');
  await changed(editor, [[SETTINGS, 1]]);
  await disk.asked('read', SETTINGS);
  editor.files.set(SETTINGS, '{ "rules": { "ns-single": "error" } }');
  await changed(editor, [[SETTINGS, 2]]);
  await heard(editor);
  disk.release('read', SETTINGS);
  await settled(editor);
  assert.deepEqual(await severities(), [1]);
});

test('a file that is still being looked at is not said to be missing', async (t) => {
  const { editor, disk } = await start(t, { 'example.com.zone': HEAD });
  await editor.open('example.com.zone');
  disk.hold('kind', PART);
  editor.files.set(PART, FILES['hosts.part']);
  await changed(editor, [[PART, 1]]);
  await disk.asked('kind', PART);
  await editor.type(ZONE, 'ns1 IN A', '$INCLUDE hosts.part\nns1 IN A');
  assert.doesNotMatch(await found(editor), MISSING);
  disk.release('kind', PART);
  await settled(editor);
  assert.doesNotMatch(await found(editor), MISSING);
});

test('a file that comes before the .gitignore is read that leaves it out goes again', async (t) => {
  const disk = new Disk();
  const ignore = `${FOLDER}/.gitignore`;
  const built = `${FOLDER}/build/example.org.zone`;
  disk.hold('read', ignore);
  const editor = await open(t, { ...FILES, '.gitignore': 'build/\n' }, disk);
  await disk.asked('read', ignore);
  editor.files.set(built, HEAD);
  await changed(editor, [[built, 1]]);
  await until(() => (editor.session.project.paths.has(built) ? true : undefined));
  disk.release('read', ignore);
  await settled(editor);
  assert.equal(editor.session.project.paths.has(built), false);
  assert.equal(editor.session.project.paths.has(ZONE), true);
});

test('a file that went while it was open is gone when it is closed, though a list from before has it', async (t) => {
  const { editor, disk } = await start(t, { ...FILES, '.gitignore': 'build/\n' });
  await editor.open('hosts.part');
  disk.hold('list', FOLDER);
  await changed(editor, [[`${FOLDER}/.gitignore`, 2]]);
  await disk.asked('list', FOLDER);
  editor.files.delete(PART);
  await changed(editor, [[PART, 3]]);
  await editor.close(PART);
  await until(() => (editor.session.project.paths.has(PART) ? undefined : true));
  disk.release('list', FOLDER);
  await settled(editor);
  assert.equal(editor.session.project.paths.has(PART), false);
  assert.match(await found(editor), MISSING);
});

test('a file that went while it was open is gone when it is closed twice, whichever answer of the disk comes first', async (t) => {
  const { editor, disk } = await start(t, FILES);
  await editor.open('hosts.part');
  editor.files.delete(PART);
  await changed(editor, [[PART, 3]]);
  disk.hold('kind', PART);
  await editor.close(PART);
  await disk.asked('kind', PART);
  await editor.open('hosts.part', 'www A 192.0.2.10\n');
  await editor.close(PART);
  await until(() => (editor.session.project.paths.has(PART) ? undefined : true));
  disk.release('kind', PART);
  await settled(editor);
  assert.equal(editor.session.project.paths.has(PART), false);
  assert.match(await found(editor), MISSING);
});
