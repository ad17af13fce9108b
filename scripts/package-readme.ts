import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import UPNG from 'upng-js';
import { root } from './root.ts';

/** The part of a picture of the README that matters, in pixels. */
interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PARTS: Readonly<Record<string, Part>> = {
  'missing-ptr': { x: 353, y: 206, width: 910, height: 442 },
  'quick-fix': { x: 110, y: 306, width: 1150, height: 264 },
};

const COLOURS = 16;

/**
 * The README as the package has it: the extension page shows no files of a package, so its pictures stand in the text, cut
 * to the part that matters.
 */
export function packageReadme(): string {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  return text.replace(/\]\(docs\/images\/([a-z-]+)\.png\)/g, (_, name: string) => `](${dataUri(name)})`);
}

function dataUri(name: string): string {
  const part = PARTS[name];
  if (!part) throw new Error(`scripts/package-readme.ts does not say which part of ${name}.png the package shows`);
  const file = readFileSync(join(root, 'docs', 'images', `${name}.png`));
  const image = UPNG.decode(new Uint8Array(file).buffer);
  const [whole = new ArrayBuffer(0)] = UPNG.toRGBA8(image);
  const pixels = new Uint32Array(whole);
  const { x, y, width, height } = part;
  const cut = new Uint32Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * image.width + x;
    cut.set(pixels.subarray(start, start + width), row * width);
  }
  const png = UPNG.encode([cut.buffer], width, height, COLOURS);
  return `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}
