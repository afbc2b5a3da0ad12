/** Column of the record's linked title; part of every table. */
export const ENTRY = 'entry'

export type TableColumn = {
  name: string
  label: string
  number: boolean
}

export type TableRow = { id: string; title: string; href: string; cells: Readonly<Record<string, string>> }

/** A sort order that is visible in a column. */
export type ColumnSort = { key: string; column: string; descending: boolean }

/** One page of records as a table. */
export type TableModel = {
  label: string
  dense: boolean
  /** All available columns in order, the entry first. */
  columns: readonly TableColumn[]
  /** Selected columns, and the default selection. */
  chosen: readonly string[]
  defaultColumns: readonly string[]
  sorts: readonly ColumnSort[]
  /** Current sort order, and the default one. */
  sort: string
  defaultSort: string
  rows: readonly TableRow[]
}

/** The table model for the client script, without the rows, which it reads from the page. */
export type LiveModel = Omit<TableModel, 'rows'> & { path: string; search: string }

/** URL of the list in another order, from the first page. */
export const sortedListUrl = (path: string, query: string | URLSearchParams, sort: string): string => {
  const params = new URLSearchParams(query)
  params.delete('after')
  params.set('sort', sort)
  return `${path}?${params}`
}

/** Sort order after a click on a column heading. Repeated clicks cycle through the column's orders. */
export const nextSort = (sorts: readonly ColumnSort[], column: string, current: string): ColumnSort | undefined => {
  const columnSorts = sorts.filter((one) => one.column === column)
  return columnSorts[(columnSorts.findIndex(({ key }) => key === current) + 1) % columnSorts.length]
}

export type Heading = TableColumn & { sorted?: 'ascending' | 'descending' | undefined; href?: string | undefined }

/** Headings of the shown columns. Sortable ones link to their next order. */
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
