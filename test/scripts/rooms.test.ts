import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { roomFaults } from '../../scripts/rooms.ts';
import { root } from '../../scripts/root.ts';

const TABLE = `| room | what | its tests |
| \`src/dns\` | values | its own path |
| \`src/rules/FAMILY\` | rules | its own path, \`test/oracle\` |
`;
const FILES = ['src/dns/name.ts', 'test/dns/name.test.ts', 'src/rules/soa/a.ts', 'test/rules/soa/a.test.ts'];

test('a room says what is in it and where its tests are, and both are there', () => {
  assert.deepEqual(roomFaults(TABLE, [...FILES, 'test/oracle/bind.ts']), []);
  assert.deepEqual(roomFaults(`${TABLE}| \`src/map\` | cells | |\n`, [...FILES, 'src/text/place.ts']), [
    'src/text has no row in ARCHITECTURE.md: say there what is in it, and where its tests are',
    'ARCHITECTURE.md has a row for src/map, where no source is',
    'ARCHITECTURE.md does not say where src/map is tested',
    'ARCHITECTURE.md says that src/rules/soa is tested in test/oracle, which is not there',
  ]);
});

test('the rooms of the house are those of ARCHITECTURE.md', () => {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  assert.deepEqual(roomFaults(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'), files), []);
});
