import type { SourceFile } from './layers.ts';

/** Says of each exported item without a doc comment above it where it stands. Overloads count once. */
export function undocumented(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) => {
      const [, name] = EXPORTED.exec(line) ?? [];
      const above = lines[index - 1] ?? '';
      if (name === undefined || above.endsWith('*/') || EXPORTED.exec(above)?.[1] === name) return [];
      return [`${path}:${index + 1}: ${name} is exported without a doc comment: meaning, units, edges, errors`];
    });
  });
}

const EXPORTED = /^export (?:async |abstract |declare )*(?:function\*?|const|let|class|interface|type|enum) (\w+)/;
