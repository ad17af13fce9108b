import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../../src/dns/type-codes.ts';
import { registry } from '../../../src/rules/registry.ts';

/** One that does would have each of a million hosts looked at by itself. */
test('no rule has anything to say of plain hosts and plain pairs', () => {
  const asked = registry.filter((rule) => rule.scope === 'name' && !rule.isAboutSeveral);
  const isOf = (types: readonly number[], some: readonly number[]): boolean =>
    types.length === 0 || some.some((type) => types.includes(type));
  for (const rule of asked) {
    if (rule.scope !== 'name') continue;
    if (rule.owners !== 'addresses' && isOf(rule.types, [TYPE_A, TYPE_AAAA]))
      assert.ok(rule.passesPlainHosts, `${rule.id} may have something to say of plain hosts`);
    if (rule.owners !== 'others' && isOf(rule.types, [TYPE_PTR]))
      assert.ok(rule.passesConfirmed || rule.passesPlainPairs, `${rule.id} may have something to say of plain pairs`);
  }
});
