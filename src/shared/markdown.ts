/** A text as it may stand in Markdown: nothing of it becomes markup, a link or a picture. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|!]/g, '\\$&');
}

/** A code span, whatever the text holds. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = '`'.repeat(longest + 1);
  // A line's end could end the paragraph, and the span with it.
  const line = text.replace(/[\r\n]+/g, ' ');
  return longest === 0 ? `${mark}${line}${mark}` : `${mark} ${line} ${mark}`;
}
