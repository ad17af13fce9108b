// Writes two texts into each of some files in turn, until it is killed: FILE... Says so when it has begun.
import { readFileSync } from 'node:fs';
import { writeFiles } from '../../src/ports/write-files.node.ts';

const paths = process.argv.slice(2);

async function main(): Promise<void> {
  process.stdout.write('begun\n');
  for (;;) {
    const changes = paths.map((path) => {
      const before = readFileSync(path);
      return { path, before, after: before[0] === 65 ? Buffer.alloc(900_000, 'b') : Buffer.alloc(1_000_000, 'A') };
    });
    const problems = await writeFiles(changes);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
