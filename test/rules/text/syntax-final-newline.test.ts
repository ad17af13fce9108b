import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no line end', () => {
  check(`
;- example.com.zone no-final-newline
www 3600 IN A 192.0.2.10
;                       | hint syntax-final-newline: The last line has no line end: what is put behind it becomes a part of it
`);
});

test('a line end, and an empty file', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
`);
});
