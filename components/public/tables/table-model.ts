/** The column that every table has: the record's name, with the link to it. */
export const ENTRY = 'entry'

export type TableColumn = {
  name: string
  label: string
  number: boolean
}

export type TableRow = { id: string; title: string; href: string; cells: Readonly<Record<string, string>> }

/** An order of the whole list that can be seen in one of the columns. */
export type ColumnSort = { key: string; column: string; descending: boolean }

/** A page of records as a table: what the server sends, and what a browser goes on with. */
export type TableModel = {
  label: string
  dense: boolean
  /** Every column that there can be, in order, the entry first. */
  columns: readonly TableColumn[]
  /** Those that are shown, and those that are shown unless others are asked for. */
  chosen: readonly string[]
  usual: readonly string[]
  sorts: readonly ColumnSort[]
  /** The order that the rows are in, and the one that they are in unless another is asked for. */
  sort: string
  usualSort: string
  rows: readonly TableRow[]
}

/** What the browser's program is told of a table: all but the rows, which it reads from the page; and the address. */
export type LiveModel = Omit<TableModel, 'rows'> & { path: string; search: string }

/** The address of the same list in another order, from its first page. */
export const orderedBy = (path: string, query: string | URLSearchParams, sort: string): string => {
  const params = new URLSearchParams(query)
  params.delete('after')
  params.set('sort', sort)
  return `${path}?${params}`
}

/** What a click on a column's heading asks for: its order, or the next one where it is sorted so already. */
export const nextSort = (sorts: readonly ColumnSort[], column: string, current: string): ColumnSort | undefined => {
  const own = sorts.filter((one) => one.column === column)
  return own[(own.findIndex(({ key }) => key === current) + 1) % own.length]
}

export type Heading = TableColumn & { sorted?: 'ascending' | 'descending' | undefined; href?: string | undefined }

/** The headings of the columns that are shown; those that an order can be seen in lead to it. */
export const headingsOf = (
  columns: readonly TableColumn[],
  { sorts, sort }: Pick<TableModel, 'sorts' | 'sort'>,
  address: (sort: string) => string,
): Heading[] =>
  columns.map((column) => {
    const next = nextSort(sorts, column.name, sort)
    const current = sorts.find(({ key, column: of }) => key === sort && of === column.name)
    return {
      ...column,
      ...(next && { href: address(next.key) }),
      ...(current && { sorted: current.descending ? 'descending' : 'ascending' }),
    }
  })
