import UPNG from 'upng-js';

/** The part of a picture of docs/images that matters, in pixels. */
interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pictures that the walkthrough shows, by their names: what is cut out of them. */
const PARTS: Readonly<Record<string, Part>> = {
  'quick-fix': { x: 110, y: 306, width: 900, height: 264 },
};

/** Enough for letters on one ground: the package carries these pictures. */
const COLOURS = 7;

/** The part of a picture that the walkthrough shows; undefined where it does not show that one. */
export function partPicture(name: string, png: Uint8Array): Uint8Array | undefined {
  const part = PARTS[name];
  if (!part) return undefined;
  const image = UPNG.decode(new Uint8Array(png).buffer);
  const [whole = new ArrayBuffer(0)] = UPNG.toRGBA8(image);
  const pixels = new Uint32Array(whole);
  const { x, y, width, height } = part;
  const cut = new Uint32Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * image.width + x;
    cut.set(pixels.subarray(start, start + width), row * width);
  }
  return new Uint8Array(UPNG.encode([cut.buffer], width, height, COLOURS));
}
