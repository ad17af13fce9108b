import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
host 3600 IN SSHFP 2 1 abababababababababababababababababababab
;                  ^ hint sshfp-deprecated: OpenSSH takes DSA keys no longer: this record is of use to nobody
`);
});

test('others', () => {
  check(`
;- example.com.zone
host 3600 IN SSHFP 4 2 abababababababababababababababababababababababababababababababab
`);
});
