import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runChecker } from '../../src/ports/external-checkers.node.ts';
import type { CheckerAnswer, CheckerJob } from '../../src/ports/external-checkers.ts';
import { registry } from '../../src/rules/registry.ts';
import { type SecondOpinionResult, secondOpinionRequest } from '../../src/shared/checkers-protocol.ts';
import { trustedNotification } from '../../src/shared/protocol.ts';
import { Editor } from './editor.ts';

const HEAD = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h\n NS ns1.example.net.\n';
const files = { 'example.com.zone': `${HEAD}$INCLUDE hosts.inc\n`, 'hosts.inc': 'www A 192.0.2.1\n' };
const programs = ['nsd-checkzone', 'rm', 'named-checkzone'];

function ask(editor: Editor, uri: string, wanted: readonly string[] = programs): Promise<SecondOpinionResult> {
  return editor.connection.sendRequest(secondOpinionRequest, { uri, programs: wanted });
}

const lines = ({ files: found }: SecondOpinionResult): readonly string[] =>
  found.flatMap(({ uri, opinions }) =>
    opinions.map(
      ({ program, range, severity }) => `${program} ${uri.split('/').at(-1)}:${range.start.line} ${severity}`,
    ),
  );

test('real programs see what is not saved yet, in included files too', async (t) => {
  const checkers = async () => runChecker;
  const editor = await Editor.start(t, { rules: registry, files, checkers, options: { isTrusted: true } });
  const uri = await editor.open('example.com.zone');
  const include = await editor.open('hosts.inc');
  const fine = await ask(editor, uri);
  assert.deepEqual([fine.problems, lines(fine), fine.files.length], [[], [], 2]);
  // A type that BIND knows, and NSD does not yet.
  await editor.type(include, '192.0.2.1\n', '192.0.2.1\nwww DSYNC CDS NOTIFY 5359 www\n');
  assert.deepEqual(lines(await ask(editor, include)), ['nsd-checkzone hosts.inc:1 error']);
  // NSD reads no further than a fault, which is found here too.
  await editor.type(include, '192.0.2.1', '192.0.2.300');
  assert.deepEqual(lines(await ask(editor, uri)), []);
});

/** A server whose checkers give an answer and note what they were asked. */
async function answered(t: Parameters<typeof Editor.start>[0], answer: CheckerAnswer, isTrusted = true) {
  const jobs: CheckerJob[] = [];
  const run = async (job: CheckerJob): Promise<CheckerAnswer> => {
    jobs.push(job);
    return answer;
  };
  const editor = await Editor.start(t, { rules: registry, files, checkers: async () => run, options: { isTrusted } });
  return { editor, jobs, uri: await editor.open('example.com.zone') };
}

test('nothing runs where the workspace is not trusted, until it is', async (t) => {
  const { editor, jobs, uri } = await answered(t, { kind: 'absent' }, false);
  assert.match((await ask(editor, uri)).problems[0] ?? '', /the workspace is not trusted/);
  assert.equal(jobs.length, 0);
  await editor.connection.sendNotification(trustedNotification);
  assert.match((await ask(editor, uri)).problems[0] ?? '', /named-checkzone is not installed here/);
  assert.deepEqual(
    jobs.map(({ program, zone }) => `${program} ${zone}`),
    ['named-checkzone example.com', 'nsd-checkzone example.com'],
  );
});

test('why a checker has no opinion is said, and in the browser that there are none', async (t) => {
  const late = await answered(t, { kind: 'late' });
  assert.match(
    (await ask(late.editor, late.uri, ['kzonecheck'])).problems[0] ?? '',
    /kzonecheck was stopped: it took more than 30 seconds/,
  );
  const failed = await answered(t, { kind: 'failed', message: 'EACCES' });
  assert.match(
    (await ask(failed.editor, failed.uri, ['kzonecheck'])).problems[0] ?? '',
    /could not be run for example\.com: EACCES/,
  );
  const browser = await Editor.start(t, { rules: registry, files, options: { isTrusted: true } });
  const uri = await browser.open('example.com.zone');
  assert.match((await ask(browser, uri)).problems[0] ?? '', /^Not here:/);
});
