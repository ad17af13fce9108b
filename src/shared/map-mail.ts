/** Where the sign of a mail host's cell stands beside its envelope, and how large it is, in shares of the cell's side. */
export const SIGN_OF_MAIL = { x: 0.36, y: 0.64, size: 0.56 } as const;

/** The envelope in the upper right corner of a mail host's cell, as the path of an SVG: nothing else there looks like it. */
export function mailMark(side: number): string {
  return envelope(side * 0.46, side * 0.1, side * 0.44);
}

/** An envelope as a path that is filled: the flap, and below a gap the body. */
export function envelope(left: number, top: number, width: number): string {
  const [right, height] = [left + width, width * 0.72];
  const [middle, bottom] = [left + width / 2, top + height];
  const [shoulder, tip, fold] = [top + height * 0.2, top + height * 0.5, top + height * 0.72];
  const flap = `M${at(left)} ${at(top)}L${at(right)} ${at(top)}L${at(middle)} ${at(tip)}z`;
  return `${flap}M${at(left)} ${at(shoulder)}L${at(middle)} ${at(fold)}L${at(right)} ${at(shoulder)}V${at(bottom)}H${at(left)}z`;
}

/** A hundredth of a pixel is enough. */
function at(value: number): number {
  return Math.round(value * 100) / 100;
}
