import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circleFaults, circlesIn } from '../../scripts/circles.ts';

const file = (path: string, ...targets: string[]) => ({
  path,
  text: targets.map((target) => `import type { X } from '${target}';\n`).join(''),
});

test('files that import one way are no circle', () => {
  assert.deepEqual(circleFaults([file('a/b.ts', './c.ts'), file('a/c.ts', '../d.ts'), file('d.ts')], []), []);
});

test('a circle is told with its arrows, through other folders and types alone', () => {
  const [fault, ...others] = circleFaults(
    [file('a/b.ts', './c.ts'), file('a/c.ts', '../d/e.ts'), file('d/e.ts', '../a/b.ts'), file('f.ts', './a/b.ts')],
    [],
  );
  assert.deepEqual(others, []);
  assert.match(fault ?? '', /^3 files import each other: /);
  assert.match(
    fault ?? '',
    /src\/a\/b\.ts imports a\/c\.ts\n +src\/a\/c\.ts imports d\/e\.ts\n +src\/d\/e\.ts imports a\/b\.ts$/,
  );
});

test('two circles are two, and a file that imports itself is one', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['a', 'c']],
    ['c', ['d']],
    ['d', ['c']],
    ['e', ['e']],
  ]);
  assert.deepEqual(circlesIn(imports), [['a', 'b'], ['c', 'd'], ['e']]);
});

test('what is allowed is allowed by name, and only as long as it is a circle', () => {
  const allowed = [{ files: ['a.ts', 'b.ts'], reason: 'a pair' }];
  assert.deepEqual(circleFaults([file('a.ts', './b.ts'), file('b.ts', './a.ts')], allowed), []);
  assert.deepEqual(circleFaults([file('a.ts', './b.ts'), file('b.ts')], allowed), [
    'a.ts, b.ts are no circle any more: take them off the list in scripts/circles.ts',
  ]);
  const three = [file('a.ts', './b.ts'), file('b.ts', './c.ts', './a.ts'), file('c.ts', './a.ts')];
  assert.equal(circleFaults(three, allowed).length, 2);
});
