/** What a character of a zone file is to the scanner: a part of a word. */
export const ORDINARY = 0;
/** A space or a tab. */
export const BLANK = 1;
/** CR or LF. */
export const LINE_END = 2;
/** ";": the rest of the line is a comment. */
export const COMMENT = 3;
/** A quotation mark. */
export const QUOTE = 4;
/** "(": the record goes on over line ends. */
export const OPEN = 5;
/** ")". */
export const CLOSE = 6;
/** A backslash: the character behind it stands for itself. */
export const ESCAPE = 7;
/** A NUL or an octet over 127. */
export const OUTSIDE_ASCII = 8;

/** The kinds of all codes; a NUL counts as no ASCII. */
export const KIND = new Uint8Array(256).map((_, code) => {
  if (code === 32 || code === 9) return BLANK;
  if (code === 10 || code === 13) return LINE_END;
  if (code === 59) return COMMENT;
  if (code === 34) return QUOTE;
  if (code === 40) return OPEN;
  if (code === 41) return CLOSE;
  if (code === 92) return ESCAPE;
  return code > 127 || code === 0 ? OUTSIDE_ASCII : ORDINARY;
});

/** The same for rows that are plain beyond doubt, which have no control characters in them. */
export const PLAIN_KIND = KIND.map((kind, code) =>
  kind === ORDINARY && (code < 32 || code === 127) ? OUTSIDE_ASCII : kind,
);
