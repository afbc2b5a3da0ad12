import {
  type Updater,
  columnVisibilityFeature,
  functionalUpdate,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { TableMarkup } from '@/components/public/tables/table-markup'
import {
  ENTRY,
  type LiveModel,
  type TableRow,
  headingsOf,
  nextSort,
  sortedListUrl,
} from '@/components/public/tables/table-model'
import { ADDRESS, LIST_SHOWN } from './events'
import { readRows } from './read-rows'

type Props = { model: LiveModel; first: readonly TableRow[] }

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature })

/** A table whose columns, density and order are in the address; it follows the address, and its rows the server. */
export const InteractiveTable = ({ model, first }: Props) => {
  const query = useQuery(model.search)
  const rows = useRows(first)
  const asked = query.getAll('columns')
  const chosen = asked.length ? asked : model.defaultColumns
  // Words bring an order that no column shows.
  const sort = query.get('sort') ?? (query.has('q') ? '' : model.defaultSort)
  const current = model.sorts.find(({ key }) => key === sort)
  const sorting = current ? [{ id: current.column, desc: current.descending }] : []
  const columns = useMemo(
    () =>
      model.columns.map(({ name, label }) => ({
        id: name,
        header: label,
        accessorFn: (row: TableRow) => (name === ENTRY ? row.title : row.cells[name]),
        enableHiding: name !== ENTRY,
        enableSorting: model.sorts.some(({ column }) => column === name),
      })),
    [model],
  )
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ id }) => id,
    // The server has sorted all rows, not only those of this page.
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      sorting,
      columnVisibility: Object.fromEntries(
        model.columns.map(({ name }) => [name, name === ENTRY || chosen.includes(name)]),
      ),
    },
    onSortingChange: (change: Updater<typeof sorting>) => {
      const [wanted] = functionalUpdate(change, sorting)
      const next = wanted && nextSort(model.sorts, wanted.id, sort)
      if (!next) return
      history.replaceState({ ...history.state, top: scrollY }, '')
      history.pushState({ top: scrollY }, '', sortedListUrl(model.path, query, next.key))
      document.dispatchEvent(new Event(ADDRESS))
    },
  })
  const byName = new Map(model.columns.map((column) => [column.name, column]))
  if (rows.length === 0) return null
  return (
    <TableMarkup
      label={model.label}
      dense={query.get('density') === 'compact'}
      headings={headingsOf(
        table.getVisibleLeafColumns().flatMap(({ id }) => byName.get(id) ?? []),
        { ...model, sort },
        (key) => sortedListUrl(model.path, query, key),
      )}
      rows={table.getRowModel().rows.map(({ original }) => original)}
      onSort={(name, event) => {
        if (opensElsewhere(event)) return
        event.preventDefault()
        table.getColumn(name)?.toggleSorting()
      }}
      onKeyDown={alongHeadings}
    />
  )
}

const on = (events: readonly string[], handler: (event: Event) => void) => {
  for (const event of events) document.addEventListener(event, handler)
  return () => events.forEach((event) => document.removeEventListener(event, handler))
}

const follow = (handler: () => void) => on([ADDRESS, LIST_SHOWN], handler)

/** The query of the address, now and whenever the list or the reader changes it. */
const useQuery = (first: string): URLSearchParams => {
  const search = useSyncExternalStore(
    follow,
    () => location.search,
    () => first,
  )
  return useMemo(() => new URLSearchParams(search), [search])
}

/** The rows that came with the page, then those of each page that the list was shown from. */
const useRows = (first: readonly TableRow[]): TableRow[] => {
  const [rows, setRows] = useState([...first])
  useEffect(() => on([LIST_SHOWN], (event) => setRows(readRows((event as CustomEvent<Document>).detail))), [])
  return rows
}

/** A new tab, a new window: what the reader's own browser does with a link. */
const opensElsewhere = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** Arrow keys lead from one heading that sorts to the next. */
const alongHeadings = (event: KeyboardEvent<HTMLAnchorElement>) => {
  const links = [...event.currentTarget.closest('tr')!.querySelectorAll('a')]
  const at = links.indexOf(event.currentTarget)
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined || !links[to]) return
  event.preventDefault()
  links[to].focus()
}
