import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveBeside } from '../../src/features/live-beside.ts';
import { LiveHeld } from '../../src/features/live-held.ts';
import { ResolverLookup } from '../../src/live/resolver-lookup.ts';
import { fakeResolver, rr } from '../live/fake-resolver.ts';
import { spotIn } from '../report/place-of.ts';

test('a zone of two views is held against each with the serial and file of that view, by one question', async () => {
  const { ctx } = spotIn(`
;- example.com.zone view=inside
@ 60 IN SOA ns1.example.net. hostmaster.example.net. 7 1d 2h 4w 1h
;- outside/example.com.zone view=outside
@ 60 IN SOA ns1.example.net. hostmaster.example.net. 9 1d 2h 4w 1h
`);
  const resolver = fakeResolver(() => ({ answers: [rr('example.com.', 'SOA', '9')] }));
  const held = new LiveHeld(ctx);
  const beside = new LiveBeside(held, new ResolverLookup(resolver, [{ address: '192.0.2.53', port: 53 }]));
  const told: string[] = [];
  for (const zone of held.zonesNamed('example.com.')) {
    const { held: own, note } = await beside.published('example.com.', zone);
    told.push(`${own?.file}: ${note}`);
  }
  assert.deepEqual(told.sort(), [
    'example.com.zone: published serial 9, held 7: the published zone is newer. Is this an old copy?',
    'outside/example.com.zone: ',
  ]);
  assert.equal(resolver.asked.length, 1);
});
