/** A text as it may stand in Markdown: nothing of it becomes markup, a link or a picture. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#|!]/g, '\\$&');
}
