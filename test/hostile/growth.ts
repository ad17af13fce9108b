import { HOSTILE } from './inputs.ts';
import { readAll } from './read.ts';

/** Shows how the time of each hostile text grows: `npx tsx test/hostile/growth.ts [SIZE] [NAME]`. */
const [size = '200000', only] = process.argv.slice(2);
for (const { name, make } of HOSTILE) {
  if (only && !name.includes(only)) continue;
  const times = [1, 2, 4].map((factor) => {
    const text = make(Number(size) * factor);
    const start = performance.now();
    readAll(text);
    return performance.now() - start;
  });
  const growth = (times[2] ?? 0) / Math.max(times[1] ?? 0, 1);
  console.log(
    `${growth > 3 && (times[2] ?? 0) > 150 ? 'SLOW' : '    '} ${name}: ${times.map((time) => `${time.toFixed(0)} ms`).join(', ')}`,
  );
}
