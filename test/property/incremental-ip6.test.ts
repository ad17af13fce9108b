import { test } from 'node:test';
import { checkEdits } from '../support/edits.ts';
import { IP6_ZONES, ip6Edits, ip6Texts } from '../support/ip6-zones.ts';

test('the same where IPv6 addresses and names in their reverse tree come and go', () => {
  checkEdits(IP6_ZONES, ip6Texts, ip6Edits);
});

test('the same where no reverse zone is held at first', () => {
  checkEdits(IP6_ZONES.slice(0, 2), ip6Texts, ip6Edits);
});
