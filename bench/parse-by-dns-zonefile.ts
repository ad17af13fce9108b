import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The time of dns-zonefile's parser alone, in a process of its own: what it leaves to be collected would run beside the
 * next program. And how many records it found. Throws where it throws.
 */
export function parseByDnsZonefile(file: string): { readonly seconds: number; readonly records: number } {
  const program = fileURLToPath(new URL('dns-zonefile.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync('node', ['--import', 'tsx', program, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`dns-zonefile failed: ${stderr.slice(-400)}`);
  return JSON.parse(stdout);
}
