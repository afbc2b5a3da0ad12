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

/**
 * Table whose columns, density and order live in the URL. Follows URL changes, and takes its rows from the server's
 * HTML.
 */
export const InteractiveTable = ({ model, first }: Props) => {
  const query = useQuery(model.search)
  const rows = useRows(first)
  const requested = query.getAll('columns')
  const chosen = requested.length ? requested : model.defaultColumns
  // A text search sorts by relevance, which no column shows.
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
    // The server sorts the whole list, not just this page.
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      sorting,
      columnVisibility: Object.fromEntries(
        model.columns.map(({ name }) => [name, name === ENTRY || chosen.includes(name)]),
      ),
    },
    onSortingChange: (change: Updater<typeof sorting>) => {
      const [clicked] = functionalUpdate(change, sorting)
      const next = clicked && nextSort(model.sorts, clicked.id, sort)
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
      onKeyDown={moveFocus}
    />
  )
}

const on = (events: readonly string[], handler: (event: Event) => void) => {
  for (const event of events) document.addEventListener(event, handler)
  return () => events.forEach((event) => document.removeEventListener(event, handler))
}

const follow = (handler: () => void) => on([ADDRESS, LIST_SHOWN], handler)

/** Current query, updated when the list or the reader changes the URL. */
const useQuery = (first: string): URLSearchParams => {
  const search = useSyncExternalStore(
    follow,
    () => location.search,
    () => first,
  )
  return useMemo(() => new URLSearchParams(search), [search])
}

/** Rows of the initial page, then of each page the list is replaced with. */
const useRows = (first: readonly TableRow[]): TableRow[] => {
  const [rows, setRows] = useState([...first])
  useEffect(() => on([LIST_SHOWN], (event) => setRows(readRows((event as CustomEvent<Document>).detail))), [])
  return rows
}

/** Modifier keys open links in a new tab or window. */
const opensElsewhere = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** Arrow keys move focus between sortable headings. */
const moveFocus = (event: KeyboardEvent<HTMLAnchorElement>) => {
  const links = [...event.currentTarget.closest('tr')!.querySelectorAll('a')]
  const index = links.indexOf(event.currentTarget)
  const target = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: links.length - 1 }[event.key]
  if (target === undefined || !links[target]) return
  event.preventDefault()
  links[target].focus()
}
