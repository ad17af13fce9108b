// npm run generate: writes what is made from what stands elsewhere. With --check it writes nothing, names the files that
// would change, and ends with 1 where there are any.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedText, generatedFiles } from './generate/files.ts';
import { root } from './root.ts';

const isCheck = process.argv.includes('--check');
for (const { path, text } of generatedFiles) {
  const made = text();
  if (made === committedText(path)) continue;
  if (isCheck) {
    console.error(`${path} is not what its sources make: npm run generate writes it anew`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(root, path), made);
    console.log(`wrote ${path}`);
  }
}
