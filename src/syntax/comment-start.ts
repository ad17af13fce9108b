/** No comment begins in a line. */
export const NO_COMMENT = -1;

/** None begins either, and what is put behind the line belongs to its string or its escape. */
export const IN_STRING = -2;

/** Where the comment of a line begins: at a semicolon that is neither quoted nor escaped; below 0 where there is none. */
export function commentStart(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') {
      if (++at >= line.length) return IN_STRING;
    } else if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ';' && !isQuoted) return at;
  }
  return isQuoted ? IN_STRING : NO_COMMENT;
}

/** Whether a line has a comment. */
export function hasComment(line: string): boolean {
  return commentStart(line) >= 0;
}
