import UPNG from 'upng-js';

/** Colours of a palette: letters stay as smooth as they are, and a picture has a third of its size. */
const COLOURS = 128;

/** A picture of the editor as a PNG with a palette: pages and packages carry it. */
export function smallPicture(png: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(png);
  const image = UPNG.decode(bytes.buffer);
  return new Uint8Array(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLOURS));
}
