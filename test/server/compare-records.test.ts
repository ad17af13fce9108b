import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registry } from '../../src/rules/registry.ts';
import {
  type CommittedTextResult,
  type CompareRecordsResult,
  committedTextRequest,
  compareRecordsRequest,
} from '../../src/shared/protocol.ts';
import { Editor } from './editor.ts';

const HEAD = '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net.\n';
const files = {
  'example.com.zone': `${HEAD}; moved\nwww A 192.0.2.2\n$INCLUDE hosts.inc\n`.replace(' 1 1d', ' 2 1d'),
  'hosts.inc': 'mail 300 A 192.0.2.3\n',
  'notes.txt': 'nothing\n',
};
const committed: Readonly<Record<string, string>> = {
  'example.com.zone': `${HEAD}$INCLUDE hosts.inc\nwww A 192.0.2.1\n`,
  'hosts.inc': 'mail A 192.0.2.3\n',
};

test('the zones of a file against the last commit, with what they included then', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { knowsCommits: true } });
  editor.connection.onRequest<CommittedTextResult, void>(
    committedTextRequest,
    ({ uri }: { uri: string }): CommittedTextResult => {
      const text = committed[uri.split('/').at(-1) ?? ''];
      return text === undefined ? { kind: 'unknown' } : { kind: 'text', base64: Buffer.from(text).toString('base64') };
    },
  );
  const compare = (uri: string): Promise<CompareRecordsResult> =>
    editor.connection.sendRequest(compareRecordsRequest, { uri });
  const uri = await editor.open('example.com.zone');
  const { text } = await compare(uri);
  assert.equal(
    text,
    `**1 record added, 1 record removed, 1 TTL changed, 1 serial changed in 1 zone**

### \`example.com (example.com.zone)\`

- serial 1 -\\> 2

\`\`\`diff
! mail.example.com A TTL 3600 -> 300
- www.example.com A 192.0.2.1
+ www.example.com A 192.0.2.2
\`\`\`
`,
  );
  const none = await compare(await editor.open('notes.txt'));
  assert.deepEqual(none, { text: null, reason: 'This file is no zone that is known' });
});

test('where nobody knows the last commit, that is said', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { knowsCommits: true } });
  editor.connection.onRequest<CommittedTextResult, void>(committedTextRequest, () => ({ kind: 'unknown' }));
  const uri = await editor.open('example.com.zone');
  const result: CompareRecordsResult = await editor.connection.sendRequest(compareRecordsRequest, { uri });
  assert.equal(result.text, null);
  assert.match(result.reason, /no such file, or there is no git repository/);
});
