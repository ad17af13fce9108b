import assert from 'node:assert/strict';
import { test } from 'node:test';
import { includeRoles } from '../../src/project/include-roles.ts';
import { Project } from '../../src/project/project.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

/** `a: b c` is a file that includes two others; `=` marks one with a zone of its own, `!` one with an SOA, `?` one that only an include makes count. */
function roles(text: string): string {
  const files = new Map(
    text.split('; ').map((line) => {
      const [head = '', rest = ''] = line.split(':');
      return [head.replace(/[=!?]/g, ''), { head, includes: rest.split(' ').filter((word) => word !== '') }] as const;
    }),
  );
  const marked = (path: string, mark: string): boolean => files.get(path)?.head.includes(mark) === true;
  const { parts, lost } = includeRoles({
    paths: files.keys(),
    isOwn: (path) => !marked(path, '?'),
    isFirm: (path) => marked(path, '='),
    hasSoa: (path) => marked(path, '!'),
    includes: (path) => files.get(path)?.includes ?? [],
  });
  return `parts ${[...parts].join(' ')}, lost ${[...lost].join(' ')}`;
}

test('what a zone reaches is part of it; of a circle one file is read by itself', () => {
  assert.equal(roles('z=: a; a: b; b'), 'parts a b, lost ');
  assert.equal(roles('a: b; b: a'), 'parts b, lost ');
  assert.equal(roles('a: b; b!: a'), 'parts a, lost ');
  assert.equal(roles('a: a'), 'parts , lost ');
  assert.equal(roles('z=: a; a: b; b: a'), 'parts a b, lost ');
  assert.equal(roles('a: b; b: a; c: a'), 'parts a b, lost ');
  assert.equal(roles('b: c; c: b d; d: e; e: d; f: f'), 'parts c d e, lost ');
  assert.equal(roles('z=: y; y=: z'), 'parts , lost ');
  assert.equal(roles('z=; a?: b; b?: a; c?'), 'parts , lost a b c');
  assert.equal(roles('z=: a; a?: b; b?: a'), 'parts a b, lost ');
});

test('two files without a zone that include each other come to an end', () => {
  const store = new Store();
  const project = new Project(store);
  project.open('/w/hosts', sourceOfText('www IN A 192.0.2.10\n$INCLUDE more\n'));
  project.open('/w/more', sourceOfText('$INCLUDE hosts\nwww IN A 192.0.2.10\n'));
  for (let step = 0; step < 20 && (project.needsAssociation || store.busy); step++) {
    project.associate();
    store.step(() => false);
  }
  assert.ok(!project.needsAssociation && !store.busy);
  assert.deepEqual([project.claims('/w/hosts').length, project.claims('/w/more').length], [1, 0]);
});
