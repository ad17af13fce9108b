/** What the lines of a suite's report begin with, so that they can be told from the editor's own. */
export const reportMark = '@@';
