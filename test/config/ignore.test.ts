import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBackupName } from '../../src/config/ignore.ts';

test('copies and journals', () => {
  const copies = [
    ...['db.10.save', 'db.10.save.1', 'example.com.zone.orig', 'db.example.com.ori', 'db.example.com~', 'x.zone.bak'],
    ...['x.zone.bak2', '#db.example.com#', '.#db.example.com', '.db.example.com.swp', '.x.zone.swo', '.x.zone.un~'],
    ...['db.example.com.~1~', 'example.com.zone.jnl', 'example.com.zone.jbk', 'named.conf.rpmnew', 'x.zone.rpmsave'],
    ...['named.conf.dpkg-old', 'named.conf.ucf-dist', 'x.zone.old', 'x.zone.OLD', 'x.tmp', 'db.x.rej', 'zones/a.copy'],
    ...['a.bak-12', 'a.bak.123', 'a.ucf-old-2', '.bak', '.x.SWAx', 'a.19261223'],
    ...['db.example.com.20261123', 'db.example.com-2026-11-23', 'x.zone.2026112301', 'C:\\dns\\backup\\a.dns.old'],
  ];
  for (const name of copies) assert.ok(isBackupName(name), name);
});

test('zones are none', () => {
  const zones = [
    ...['db.example.com', 'example.com.zone', 'db.10', 'db.192.168.1', '192.168.1.rev', 'old.example.com', 'bak.zone'],
    ...['2.0.192.in-addr.arpa', 'backup.example.com.zone', 'db.2026', 'db.19.20', 'db.192.0.2', 'zones.old/db.example'],
    ...['0-25.2.0.192.in-addr.arpa.zone', 'example.com.signed', 'save.db'],
    ...['bak', 'a.bak1234', 'a.bak.1234', 'a.bak--1', 'a.bak.', 'a.old-zone', '#a', 'x.swa', 'a.19261323'],
  ];
  for (const name of zones) assert.ok(!isBackupName(name), name);
});
