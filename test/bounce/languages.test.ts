import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRejections } from '../../src/bounce/bounce.ts';
import { LANGUAGES } from '../../src/bounce/languages.ts';

for (const { language, examples } of LANGUAGES) {
  test(`replies in ${language}`, () => {
    for (const [text, about] of examples) {
      const told = readRejections(text).map((rejection) => `${rejection.about} ${rejection.address}`);
      assert.deepEqual(told, [`${about} 192.0.2.1`], text);
    }
  });
}
