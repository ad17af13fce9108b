import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.ts';

const folder = join(root, 'docs', 'editors');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What decides by what stands in a file, where the extension looks: other things bear these endings too. */
const BY_CONTENT = /^(?:\*\*\/named\/\*\*\/)?\*\.(?:rev|dns|hosts)$/;

interface Language {
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly extensions?: readonly string[];
}

const languages: readonly Language[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes
  .languages;

/** A path for each name that the extension's manifest has, two where it is one in some folder. */
const paths: readonly string[] = languages.flatMap(({ filenames = [], filenamePatterns = [], extensions = [] }) => [
  ...filenames,
  ...extensions.map((extension) => `x${extension}`),
  ...filenamePatterns.filter((pattern) => !BY_CONTENT.test(pattern)).flatMap(pathsOf),
]);

/** Paths that a pattern of the manifest matches. */
function pathsOf(pattern: string): readonly string[] {
  const [, before = '', choice, after = ''] = /^(.*?)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  if (choice !== undefined) return choice.split(',').flatMap((one) => pathsOf(`${before}${one}${after}`));
  const deep = pattern.replaceAll('**/', 'a/b/').replaceAll('[0-9]', '7').replaceAll('*', 'x');
  return [...new Set([deep, deep.replace(/^a\/b\//, '').replace('a/b/', '')])];
}

/** A pattern of names, in which `*` stands for all but slashes, and `**` for those too. */
function globOf(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`(?:^|/)${parts.join('')}$`);
}

function strings(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, inside = '']) => inside.split(/[,;]\s*/)).map((one) => one.trim());
}

const quoted = (text: string): string[] => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, one = '']) => one);

/** The names that each file gives to a mode of its editor, and whether it can tell folders, and patterns. */
const editors: Readonly<Record<string, { readonly names: readonly RegExp[]; readonly cannot?: RegExp }>> = {
  Neovim: {
    names: [
      ...strings(read('neovim.lua'), /^ {2}extension = \{(.*)\}/gm).map((one) => globOf(`*.${one.split(' ')[0]}`)),
      ...[...read('neovim.lua').matchAll(/^ {4}(?:\['([^']+)'\]|(\w+)) = /gm)].map(([, text, word = '']) =>
        text?.includes('*')
          ? new RegExp(`^${text.replaceAll('%', '\\')}$`)
          : new RegExp(`/${(text ?? word).replaceAll('.', '\\.')}$`),
      ),
    ],
  },
  Vim: {
    names: strings(read('vim-filetypes.vim'), /BufRead (\S+) setfiletype/g).map((one) =>
      globOf(one.replace(/^\*\/(\w+)\/\*/, '$1/**/*')),
    ),
  },
  Helix: {
    names: strings(read('helix.toml'), /file-types = \[([^\]]*)\]/g).flatMap((one) =>
      quoted(one).map((text) => globOf(one.startsWith('{') ? text : `*.${text}`)),
    ),
  },
  Emacs: {
    names: strings(read('emacs.el'), /\(name '\(([^;]*?)\)\)\n/g)
      .flatMap(quoted)
      .map(
        (one) =>
          new RegExp(one.replaceAll('\\\\', '\\').replace(/\\([(|)'])/g, (_, sign) => (sign === "'" ? '$' : sign))),
      ),
  },
  Kate: {
    names: ['kate-dns-zone.xml', 'kate-name-server.xml'].flatMap((file) =>
      strings(read(file), / extensions="([^"]*)"/g).map(globOf),
    ),
    cannot: /\//,
  },
  'Sublime Text': {
    names: ['dns-zone.sublime-syntax', 'name-server.sublime-syntax'].flatMap((file) =>
      strings(read(file), /^file_extensions: \[(.*)\]$/gm).flatMap((one) => [globOf(one), globOf(`*.${one}`)]),
    ),
    cannot: /\/|^db\.|^(?:named|nsd|knot)x|^named\.conf\.x$|^named\.rfcx|^Corefile\.x$/,
  },
  JetBrains: { names: strings(read('README.md'), /^patterns\*: `(.*)`\.$/gm).map(globOf), cannot: /\// },
};

for (const [editor, { names, cannot }] of Object.entries(editors))
  test(`${editor} gets the names of files that the extension knows`, () => {
    assert.ok(names.length > 12, `${names.length} names`);
    const wanted = paths.filter((path) => !cannot?.test(path));
    assert.ok(wanted.length > 20, `${wanted.length} paths`);
    assert.deepEqual(
      wanted.filter((path) => !names.some((name) => name.test(`/${path}`))),
      [],
    );
  });

test('the hook of pre-commit runs where a file of such a name changes', () => {
  const [, files = ''] = /files: '(.*)'$/m.exec(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) ?? [];
  const all = [...paths, 'x.rev', 'x.dns', 'named/x.hosts'];
  assert.deepEqual(
    all.filter((path) => !new RegExp(files).test(path)),
    [],
  );
});
