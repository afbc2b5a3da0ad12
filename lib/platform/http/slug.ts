/** "Jesús “Chuy” García" → "jesus-chuy-garcia". At most 60 characters, cut at a word boundary. */
export const slug = (text: string): string => {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʻ.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= 60) return words
  const cut = words.slice(0, 61)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).slice(0, 60)
}

/** A record's path. Only the id is looked up; the words after it are for people. */
export const recordPath = (type: string, id: string, title: string): string => {
  const words = slug(title)
  return `/${type}/${id}${words && `-${words}`}`
}

/** The id in the last segment of a record's path; null when the segment has none. */
export const idFromPath = (segment: string): string | null =>
  /^([0-9a-z]{10})(?:-[a-z0-9-]*)?$/.exec(segment)?.[1] ?? null
