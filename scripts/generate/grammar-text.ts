/** The longest line that the formatter leaves in one piece. */
const WIDTH = 120;

/** A grammar as the formatter lays out JSON: what fits into a line stays in one. */
export function grammarText(grammar: unknown): string {
  return `${layOut(JSON.parse(JSON.stringify(grammar)), '', 0)}\n`;
}

/** `taken` is how much of the line is used. */
function layOut(value: unknown, indent: string, taken: number): string {
  const line = inOneLine(value);
  if (typeof value !== 'object' || value === null || taken + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => `${JSON.stringify(name)}: `);
  const parts = Object.values(value).map((part, index, all) => {
    const start = inner + (names[index] ?? '');
    const comma = index < all.length - 1 ? ',' : '';
    return start + layOut(part, inner, start.length + comma.length) + comma;
  });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join('\n')}\n${indent}${close}`;
}

function inOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inOneLine(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
