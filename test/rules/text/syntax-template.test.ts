import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a statement: the file is not checked', () => {
  check(`
;- example.com.zone
$TTL 1h
{% for host in hosts %}
;<----------------------- error syntax-template: "{% for host in hosts %}" belongs to a template: this is not a zone file yet, and is not checked as one
{{ host.name }} IN A {{ host.address }}
{% endfor %}
`);
});

test('braces in strings and comments', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "{% raw %}"
www 3600 IN A 192.0.2.10 ; {{ host }}
`);
});
