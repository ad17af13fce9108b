/**
 * Whether a path is a URI template with a variable "dns" (RFC 9461 section 5, RFC 6570), as BIND reads it: operators
 * may stand before each variable, and a variable behind one with a length counts as that one's continuation.
 */
export function isQueryTemplate(path: string): boolean {
  const [first = '', ...pieces] = path.split('{');
  if (!first.startsWith('/') || !isLiteral(first)) return false;
  let holdsQuery = false;
  for (const piece of pieces) {
    const end = piece.indexOf('}');
    if (end < 0 || !isLiteral(piece.slice(end + 1))) return false;
    const names = variablesOf(piece.slice(0, end));
    if (names === undefined) return false;
    holdsQuery ||= names.includes('dns');
  }
  return holdsQuery;
}

function isLiteral(text: string): boolean {
  return /^(?:[^%]|%[0-9a-f]{2})*$/i.test(text);
}

const VARIABLE = /^(?<operator>[+#./;?&]?)(?<name>(?:[a-z0-9_]|%[0-9a-f]{2})*)(?<end>\*|:[1-9][0-9]{0,3})?$/i;

/** The names in an expression, without those that go on from one with a length; undefined where it is none. */
function variablesOf(expression: string): string[] | undefined {
  const names: string[] = [];
  let goesOn = false;
  for (const part of expression.split(',')) {
    const { operator, name, end } = VARIABLE.exec(part)?.groups ?? {};
    if (name === undefined || (goesOn ? operator !== '' : name === '')) return undefined;
    if (!goesOn) names.push(name);
    goesOn = end?.startsWith(':') === true;
  }
  return names;
}
