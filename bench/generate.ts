import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a forward and a reverse zone of so many records each, A and PTR in pairs, in 10.0.0.0/8:
 * `node bench/generate.ts FOLDER COUNT`.
 */
export async function generatePair(folder: string, count: number): Promise<{ forward: string; reverse: string }> {
  mkdirSync(folder, { recursive: true });
  const forward = path.join(folder, 'example.com.zone');
  const reverse = path.join(folder, '10.in-addr.arpa.zone');
  await write(forward, 'example.com', count, (i) => `host${i} IN A ${address(i).join('.')}\n`);
  await write(
    reverse,
    '10.in-addr.arpa',
    count,
    (i) => `${address(i).slice(1).reverse().join('.')} IN PTR host${i}.example.com.\n`,
  );
  return { forward, reverse };
}

function address(i: number): number[] {
  return [10, (i >> 16) & 255, (i >> 8) & 255, i & 255];
}

async function write(file: string, zone: string, count: number, line: (i: number) => string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(
    `$ORIGIN ${zone}.\n$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600\n@ IN NS ns1.example.com.\n`,
  );
  if (zone === 'example.com') stream.write('ns1 IN A 192.0.2.53\n');
  let text = '';
  for (let i = 0; i < count; i++) {
    text += line(i);
    if (text.length > 65536) {
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  }
  stream.end(text);
  await once(stream, 'finish');
}

// Other benchmarks import this, with words of their own.
const [script, folder, count] = process.argv.slice(1);
if (script === import.meta.filename && folder && count) void generatePair(folder, Number(count));
