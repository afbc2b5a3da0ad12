import { ENTRY, type TableRow } from '@/components/public/tables/table-model'

/** Rows of the table in a page's HTML. */
export const readRows = (page: Document): TableRow[] => {
  const table = page.querySelector('.record-table')
  const names = [...(table?.querySelectorAll<HTMLElement>('thead th') ?? [])].map((head) => head.dataset.name ?? '')
  return [...(table?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].map((row) => {
    const cells = Object.fromEntries([...row.children].map((cell, at) => [names[at] ?? '', cell.textContent ?? '']))
    const { [ENTRY]: title = '', ...others } = cells
    return {
      id: row.dataset.id ?? '',
      title,
      href: row.querySelector('th a')?.getAttribute('href') ?? '',
      cells: others,
    }
  })
}
