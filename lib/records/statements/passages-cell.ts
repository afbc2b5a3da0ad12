/** Passages as the text of one cell: each in its own quotation marks, one a line. Null without passages. */
export const joinPassages = (passages: readonly string[]): string | null =>
  passages.map((passage) => `“${passage}”`).join('\n') || null

/** Reads the passages of a cell. A text without quotation marks around it is one passage. */
export const splitPassages = (cell: string): string[] => {
  if (!cell) return []
  const marked = /^“([^]*)”$/.exec(cell.trim())?.[1]
  return marked === undefined ? [cell] : marked.split(/”\s*\n\s*“/)
}
