import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livePage } from '../../src/client/live-page.ts';
import { pageScript } from '../../src/client/live-page-script.ts';
import { tableText } from '../../src/shared/live-table.ts';

const EVIL = '</script><img src=x onerror=alert(1)>';

test('what servers say never becomes markup', () => {
  const row = {
    address: '192.0.2.1',
    published: EVIL,
    held: EVIL,
    verdict: 'missing',
    severity: 'error' as const,
    advice: EVIL,
    who: EVIL,
    request: EVIL,
    place: null,
  };
  const zone = {
    zone: EVIL,
    note: EVIL,
    isFine: false,
    isKnown: true,
    servers: [{ server: EVIL, says: EVIL }],
    differences: [{ name: EVIL, type: EVIL, held: EVIL, published: EVIL }],
  };
  const page = livePage({ rows: [row], zones: [zone], notes: [EVIL], summary: EVIL }, EVIL, 'abc');
  assert.ok(!page.includes('<img'));
  assert.equal(page.match(/<script/g)?.length, 3);
  assert.equal(page.match(/<\/script>/g)?.length, 3);
});

test('the page lets in its own script and style alone', () => {
  const page = livePage({ rows: [], zones: [], notes: [], summary: '' }, 'x', 'abc');
  assert.match(page, /content="default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'"/);
  assert.doesNotMatch(page, /unsafe|https?:|\son[a-z]+=/);
});

test('the script of the page is one that runs', () => {
  assert.doesNotThrow(() => new Function(pageScript));
});

test('tables are copied as text, Markdown and CSV, and no cell breaks out', () => {
  const table = {
    columns: ['Address', 'Published'],
    rows: [
      ['192.0.2.1', 'a|b'],
      ['192.0.2.22', '=HYPERLINK("x")'],
    ],
  };
  assert.equal(tableText(table, 'text'), 'Address     Published\n192.0.2.1   a|b\n192.0.2.22  =HYPERLINK("x")\n');
  assert.equal(
    tableText(table, 'markdown'),
    '| Address | Published |\n| --- | --- |\n| 192.0.2.1 | a\\|b |\n| 192.0.2.22 | =HYPERLINK\\("x"\\) |\n',
  );
  assert.equal(tableText(table, 'csv'), 'Address,Published\r\n192.0.2.1,a|b\r\n192.0.2.22,"\'=HYPERLINK(""x"")"\r\n');
});

test('narrow tables have the words of the heads of wide ones', () => {
  const page = livePage({ rows: [], zones: [], notes: [], summary: '' }, 'x', 'abc');
  assert.match(page, /"labels":\["Address","Published","Held","Verdict","What to do, who to ask"\]/);
});

test('a table of more rows than a function takes arguments', () => {
  const rows = Array.from({ length: 140_000 }, () => ['192.0.2.1', 'a']);
  assert.match(
    tableText({ columns: ['Address', 'Published'], rows }, 'text'),
    /^Address {4}Published\n(?:192\.0\.2\.1 {2}a\n){140000}$/,
  );
});
