import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MASTER, type ZoneCase } from './bind.ts';

/** What a checker says of a case: at a line of the master file, or of an owner (absolute, lower case). */
export interface Said {
  readonly program: string;
  readonly line: number | undefined;
  readonly owner: string | undefined;
  readonly message: string;
}

const PARALLEL = 6;

/** How each program is called in a folder with the case, its origin in `$1`. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['named-checkzone', `named-checkzone -i local -k warn -r warn "$1" ${MASTER}`],
  ['nsd-checkzone', `nsd-checkzone "$1" ${MASTER}`],
  ['kzonecheck', `kzonecheck -o "$1" ${MASTER}`],
  ['validns', `validns -p all -z "$1" ${MASTER}`],
  ['ldns-read-zone', `ldns-read-zone ${MASTER}`],
]);

/** What all checkers say of some cases, case by case. A program that does not come to an end is stopped, and says nothing more. */
export function saidByCheckers(cases: readonly ZoneCase[]): readonly (readonly Said[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-checkers-'));
  try {
    for (const [index, { files, origin }] of cases.entries()) {
      for (const [name, bytes] of files) {
        const path = join(folder, String(index), name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, bytes);
      }
      writeFileSync(join(folder, String(index), '.origin'), origin);
    }
    const runs = [...COMMANDS].map(([program, command]) => `timeout 10 ${command} >.${program} 2>&1 </dev/null`);
    const script = `cd "$1"; set -- "$(cat .origin)"; ${runs.join('; ')}; true`;
    const list = cases.map((_, index) => join(folder, String(index))).join('\n');
    const run = spawnSync('xargs', ['-P', String(PARALLEL), '-n', '1', 'sh', '-c', script, 'sh'], { input: list });
    if (run.status !== 0) throw new Error(`the checkers did not run: ${run.stderr}`);
    return cases.map((_, index) =>
      [...COMMANDS.keys()].flatMap((program) =>
        readFileSync(join(folder, String(index), `.${program}`), 'latin1')
          .split('\n')
          .flatMap((text) => saidIn(program, text)),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What one line of a program's output says; nothing where it names neither a line of the master file nor an owner. */
function saidIn(program: string, text: string): Said[] {
  const owner = program === 'kzonecheck' ? /^\[([^\]]+)\] (.*)/.exec(text) : undefined;
  if (owner) return [{ program, line: undefined, owner: owner[1]?.toLowerCase(), message: owner[2] ?? '' }];
  const place =
    /(?:^|\s)zone:(\d+):? ?(.*)$/.exec(text) ??
    /(?:^|\s)zone,? line (\d+),? ?(.*)$/.exec(text) ??
    (program === 'ldns-read-zone' ? /at line (\d+)(.*)$/.exec(text) : undefined);
  if (!place) return [];
  return [{ program, line: Number(place[1]), owner: undefined, message: text.trim() }];
}
