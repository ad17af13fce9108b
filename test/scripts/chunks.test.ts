import assert from 'node:assert/strict';
import { test } from 'node:test';
import { starts } from '../../scripts/chunks.mjs';

/** What a chunk exports: a function of those that it asks for. */
type Chunk = (exports: object, require: (id: string) => unknown, module: { exports: unknown }) => void;

test('a program loads each table of chunks once, and not before it wants one of them', () => {
  const asked: string[] = [];
  const wants =
    (...ids: readonly string[]): Chunk =>
    (_exports, require, chunk) => {
      chunk.exports = () => ids.map((id) => require(id));
    };
  const tables: Readonly<Record<string, unknown>> = {
    './engine.js': { './one.js': wants('./two.js'), './two.js': wants('node:fs') },
    './protocol.js': { './late.js': wants('./two.js') },
    'node:fs': 'the files',
  };
  const module = { exports: (): unknown[] => [] };
  const own = `{"./main.js":(exports,require,module)=>{module.exports=()=>["./one.js","./two.js","./late.js"].map(require)}}`;
  const run = new Function('module', 'require', starts(own, ['./engine.js', './protocol.js'], './main.js'));
  run(module, (id: string) => {
    asked.push(id);
    return tables[id];
  });
  assert.deepEqual(asked, []);
  const [one, two, late] = module.exports() as (() => unknown[])[];
  assert.deepEqual(asked, ['./engine.js', './protocol.js']);
  assert.deepEqual(two?.(), ['the files']);
  assert.equal(one?.()[0], two);
  assert.equal(late?.()[0], two);
  assert.deepEqual(asked, ['./engine.js', './protocol.js', 'node:fs']);
});

test('what Node takes long to load is loaded when something of it is called for', () => {
  const asked: string[] = [];
  const own = `{"./main.js":(exports,require,module)=>{const net=require("node:net");module.exports=()=>net.connect(1)+net.connect(2)}}`;
  const module = { exports: (): number => 0 };
  new Function('module', 'require', starts(own, [], './main.js'))(module, (id: string) => {
    asked.push(id);
    return { connect: (port: number) => port };
  });
  assert.deepEqual(asked, []);
  assert.equal(module.exports(), 3);
  assert.deepEqual(asked, ['node:net']);
});
