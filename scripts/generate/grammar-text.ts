/** A grammar as JSON, a rule of its repository in each line: the package has it as it is here, and blanks would fill it. */
export function grammarText(grammar: object): string {
  return `${object(grammar, (name, value) => (name === 'repository' ? object(value, oneLine) : JSON.stringify(value)))}\n`;
}

/** A member in each line. */
function object(value: object, textOf: (name: string, member: object) => string): string {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(name, member)}`).join(',\n')}\n}`;
}

function oneLine(_: string, value: object): string {
  return JSON.stringify(value);
}
