import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_PTR } from '../../../src/dns/type-codes.ts';
import { SOUND_TYPES } from '../../../src/rules/engine/plain-names.ts';
import { registry } from '../../../src/rules/registry.ts';

/** One that does would have each of a million hosts looked at by itself. */
test('no rule has anything to say of plain hosts, plain pairs and plain mail domains', () => {
  const asked = registry.filter((rule) => rule.scope === 'name' && !rule.isAboutSeveral);
  const isOf = (types: readonly number[], some: readonly number[]): boolean =>
    types.length === 0 || some.some((type) => types.includes(type));
  for (const rule of asked) {
    if (rule.scope !== 'name') continue;
    if (rule.owners !== 'addresses' && isOf(rule.types, [TYPE_A, TYPE_AAAA]))
      assert.ok(rule.passesPlainHosts, `${rule.id}: ${whatToDo('passesPlainHosts', 'hosts with one address')}`);
    if (rule.owners !== 'addresses' && isOf(rule.types, SOUND_TYPES))
      assert.ok(
        rule.passesSoundTexts,
        `${rule.id}: ${whatToDo('passesSoundTexts', 'hosts with one sound TXT record')}`,
      );
    if (rule.owners !== 'addresses' && isOf(rule.types, [TYPE_MX]))
      assert.ok(
        rule.passesPlainMail || rule.surely,
        `${rule.id}: ${whatToDo('passesPlainMail', 'plain mail domains (see PlainMail)')}`,
      );
    if (rule.owners !== 'others' && isOf(rule.types, [TYPE_PTR]))
      assert.ok(
        rule.passesPlainPairs,
        `${rule.id}: ${whatToDo('passesPlainPairs', 'addresses whose one PTR leads back')}`,
      );
  }
});

function whatToDo(flag: string, names: string): string {
  return (
    `it is asked of all ${names}, so that a load passes none of them and takes a tenth longer. If it has nothing to say ` +
    `of them, give it ${flag}: true (the property test of plain names then proves that); else narrow its types or its ` +
    'owners, or say that it is about several records (isAboutSeveral)'
  );
}
