import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageReadme } from '../../scripts/package-readme.ts';

test('the README of the packages has no picture and no link that their pages can not show', () => {
  const text = packageReadme();
  assert.doesNotMatch(text, /!\[/);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  assert.deepEqual(
    links.filter((target) => !/^(#|https:)/.test(target)),
    [],
  );
  for (const [, anchor = ''] of text.matchAll(/\]\(#([^)]+)\)/g))
    assert.ok(new RegExp(`^## ${anchor.replaceAll('-', '[^a-z]+')}$`, 'im').test(text), anchor);
  assert.match(text, /^zones\/example\.com\.zone:\d+:\d+: error ptr-missing: No PTR record for\s+2001:db8::10 /m);
  assert.match(text, /^\+0\.1\t\tIN\tPTR\tmail\.example\.com\.$/m);
});
