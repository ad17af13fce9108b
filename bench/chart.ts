/** One line of a chart. */
export interface ChartLine {
  readonly name: string;
  readonly color: string;
  readonly values: readonly number[];
}

const WIDTH = 720;
const HEIGHT = 150;
const LEFT = 60;

/** A picture of lines, each below the other with a scale of its own that begins at zero. */
export function chart(title: string, lines: readonly ChartLine[]): string {
  const parts = lines.map((line, at) => panel(line, 40 + at * (HEIGHT + 50)));
  const height = 40 + lines.length * (HEIGHT + 50);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
<title>${title}</title>
<text x="${LEFT}" y="20" font-size="14">${title}</text>
${parts.join('\n')}
</svg>
`;
}

function panel({ name, color, values }: ChartLine, top: number): string {
  const most = Math.max(1, ...values);
  const step = (WIDTH - LEFT - 20) / Math.max(1, values.length - 1);
  const y = (value: number): string => (top + HEIGHT - (HEIGHT * value) / most).toFixed(1);
  const points = values.map((value, at) => `${(LEFT + at * step).toFixed(1)},${y(value)}`).join(' ');
  const marks = [0, most / 2, most].map(
    (value) =>
      `<text x="${LEFT - 6}" y="${y(value)}" text-anchor="end" fill="#555555">${value.toFixed(most < 20 ? 1 : 0)}</text>`,
  );
  return `<text x="${LEFT}" y="${top - 6}" fill="${color}">${name}</text>
${marks.join('\n')}
<polyline fill="none" stroke="${color}" stroke-width="2" points="${points}"/>`;
}
