import type { ImportColumn } from './importer'

const snake = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns of a citation's fields. */
const CITED: Readonly<Record<string, string>> = {
  sourceId: 'source_url',
  exact: 'source_words',
  fidelity: 'source_fidelity',
}

/**
 * The column whose cell caused an issue of the input: "date.edtf" → date_edtf, "placeIds" → place. The input's property
 * where no column matches.
 */
export const columnOfIssue = (path: string, columns: readonly ImportColumn[]): string => {
  const parts = path.split('.')
  const [property = ''] = parts
  const cited = /citation/.test(path) && CITED[parts.at(-1)!]
  const name = snake(property)
  const bare = name.replace(/_ids?$/, '')
  const like = [cited || name, `${name}_edtf`, `${name}_en`, bare, `${bare}s`, name.replace(/s$/, ''), `${name}_words`]
  return like.find((one) => columns.some((column) => column.name === one)) ?? property
}
