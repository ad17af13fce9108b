// npm run generate: writes what is made from what stands elsewhere. With --check it writes nothing, names the files that
// would change, and ends with 1 where there are any.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { committedText, generatedFiles, missingTexts } from './generate/files.ts';
import { root } from './root.ts';

const isCheck = process.argv.includes('--check');

async function main(): Promise<void> {
  for (const { path, text } of generatedFiles) {
    const made = await text();
    if (made === committedText(path)) continue;
    if (isCheck) {
      console.error(`${path} is not what its sources make: npm run generate writes it anew`);
      process.exitCode = 1;
    } else {
      writeFileSync(join(root, path), made);
      console.log(`wrote ${path}`);
    }
  }

  for (const missing of missingTexts()) {
    console.error(`no German: ${missing}`);
    if (isCheck) process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
