import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from './load.ts';

/** The folder in which a host has the workspace: the command line's paths and the editor's are of different forms. */
const ROOTS = ['/home/admin/dns', 'file:///home/admin/dns', 'vscode-vfs://github/example/dns'];

function expectRows(name: string, expected: readonly string[]): void {
  for (const root of ROOTS) assert.deepEqual(Workspace.fixture(name, root).settle().rows(root), expected, root);
}

test('Debian', () => {
  expectRows('debian', [
    'etc/bind/db.0 0.in-addr.arpa. configuration held',
    'etc/bind/db.127 127.in-addr.arpa. configuration held',
    'etc/bind/db.192.0.2 2.0.192.in-addr.arpa. configuration held',
    'etc/bind/db.255 255.in-addr.arpa. configuration held',
    'etc/bind/db.empty 10.in-addr.arpa. configuration not held',
    'etc/bind/db.empty 16.172.in-addr.arpa. configuration not held',
    'etc/bind/db.empty 168.192.in-addr.arpa. configuration not held',
    'etc/bind/db.empty 17.172.in-addr.arpa. configuration not held',
    'etc/bind/db.example.com example.com. configuration held',
    'etc/bind/db.local localhost. configuration held',
    'var/cache/bind/db.example.net example.net. configuration secondary held',
  ]);
});

test('Red Hat', () => {
  expectRows('redhat', [
    'var/named/2.0.192.in-addr.arpa.zone 2.0.192.in-addr.arpa. configuration held',
    'var/named/dynamic/dyn.example.com.zone dyn.example.com. configuration held',
    'var/named/example.com.zone example.com. configuration held',
    'var/named/named.ca . configuration hint not held',
    'var/named/named.empty 0.in-addr.arpa. configuration held',
    'var/named/named.localhost localhost. configuration not held',
    'var/named/named.localhost localhost.localdomain. configuration not held',
    'var/named/named.loopback 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa. configuration not held',
    'var/named/named.loopback 1.0.0.127.in-addr.arpa. configuration not held',
    'var/named/slaves/example.net.zone example.net. configuration secondary held',
  ]);
});

test('FreeBSD', () => {
  expectRows('freebsd', [
    'usr/local/etc/namedb/named.root . configuration hint not held',
    'usr/local/etc/namedb/primary/192.0.2.rev 2.0.192.in-addr.arpa. configuration held',
    'usr/local/etc/namedb/primary/empty.db 10.in-addr.arpa. configuration not held',
    'usr/local/etc/namedb/primary/empty.db 254.169.in-addr.arpa. configuration not held',
    'usr/local/etc/namedb/primary/example.com.db example.com. configuration held',
    'usr/local/etc/namedb/primary/localhost-forward.db localhost. configuration held',
    'usr/local/etc/namedb/primary/localhost-reverse.db 127.in-addr.arpa. configuration held',
  ]);
});

test('Windows DNS exports', () => {
  expectRows('windows', [
    'dns/2.0.192.in-addr.arpa.dns 2.0.192.in-addr.arpa. file-name held',
    'dns/example.com.dns example.com. file-name held',
  ]);
});

test('a split horizon', () => {
  expectRows('split-horizon', [
    'etc/bind/zones/external/db.192.0.2 2.0.192.in-addr.arpa. [external] configuration held',
    'etc/bind/zones/external/db.example.com example.com. [external] configuration held',
    'etc/bind/zones/internal/db.10.0.0 0.0.10.in-addr.arpa. [internal] configuration held',
    'etc/bind/zones/internal/db.example.com example.com. [internal] configuration held',
    'etc/bind/zones/shared/db.example.org example.org. [external] configuration held',
    'etc/bind/zones/shared/db.example.org example.org. [internal] configuration held',
  ]);
});

test('NSD', () => {
  expectRows('nsd', [
    'etc/nsd/zones/2.0.192.in-addr.arpa.zone 2.0.192.in-addr.arpa. configuration held',
    'etc/nsd/zones/8.b.d.0.1.0.0.2.ip6.arpa.zone 8.b.d.0.1.0.0.2.ip6.arpa. configuration held',
    'etc/nsd/zones/example.com.zone example.com. configuration held',
  ]);
});

test('Knot', () => {
  expectRows('knot', [
    'var/lib/knot/zones/2.0.192.in-addr.arpa.zone 2.0.192.in-addr.arpa. configuration held',
    'var/lib/knot/zones/dynamic/dyn.example.com.zone dyn.example.com. configuration held',
    'var/lib/knot/zones/example.com.zone example.com. configuration held',
  ]);
});

test('CoreDNS', () => {
  expectRows('coredns', [
    'auto/db.example.net example.net. configuration held',
    'auto/db.example.org example.org. configuration held',
    'zones/db.192.0.2 2.0.192.in-addr.arpa. configuration held',
    'zones/db.example.com example.com. configuration held',
  ]);
});

test('a Git repository without a configuration', () => {
  expectRows('git-repo', [
    'zones/1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone 1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. file-name held',
    'zones/2.0.192.in-addr.arpa.zone 2.0.192.in-addr.arpa. file-name held',
    'zones/example.com.zone example.com. file-name held',
    'zones/includes/mail.inc example.com. in zones/example.com.zone held',
  ]);
});
