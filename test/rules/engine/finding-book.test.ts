import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FindingBook } from '../../../src/rules/engine/finding-book.ts';
import type { Finding } from '../../../src/rules/rule.ts';
import type { SourceFile, Zone } from '../../../src/workspace/instance.ts';
import type { Anchor } from '../../../src/workspace/zone-record.ts';

const [HERE, THERE] = [{ path: 'here' }, { path: 'there' }] as SourceFile[] as [SourceFile, SourceFile];
const ZONE = {} as Zone;

function found(message: string, counterpart?: SourceFile): Finding {
  const at = (file: SourceFile): Anchor => ({ kind: 'file', file });
  return {
    rule: 'one',
    severity: 'hint',
    key: 1,
    at: at(HERE),
    message,
    ...(counterpart ? { counterpart: at(counterpart) } : {}),
  };
}

test('each finding stands on its own side and on the other one, whatever is found beside it', () => {
  const book = new FindingBook((anchor) => (anchor.kind === 'file' ? anchor.file : undefined));
  const shownIn = (file: SourceFile): string[] =>
    [...(book.in(file)?.places ?? [])].map(({ finding, primary }) => `${finding.message} ${primary}`);
  book.setZone(ZONE, [found('alone'), found('pair', THERE)]);
  assert.deepEqual(shownIn(HERE), ['alone true', 'pair true']);
  assert.deepEqual(shownIn(THERE), ['pair false']);
  assert.deepEqual(
    [...book.all()].map(({ message }) => message),
    ['alone', 'pair'],
  );
  const { version } = book;
  book.setZone(ZONE, [found('alone')]);
  assert.deepEqual([shownIn(HERE), shownIn(THERE)], [['alone true'], []]);
  assert.ok(book.version > version);
  book.dropZone(ZONE);
  assert.deepEqual([shownIn(HERE), [...book.all()]], [[], []]);
});
