import type { KeyboardEvent, MouseEvent } from 'react'
import { ENTRY, type Heading, type TableRow } from './table-model'

type Props = {
  label: string
  dense: boolean
  headings: readonly Heading[]
  rows: readonly TableRow[]
  /** On narrow screens each row becomes a list. */
  stacks?: boolean
  onSort?: (column: string, event: MouseEvent) => void
  onKeyDown?: (event: KeyboardEvent<HTMLAnchorElement>) => void
}

/** Cells longer than this get a wider column. */
const LONG_TEXT = 80

/** Table markup shared by server and client. */
export const TableMarkup = ({ label, dense, headings, rows, stacks, onSort, onKeyDown }: Props) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is reachable by keyboard
  <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
    <table className={`table record-table${dense ? ' record-table-dense' : ''}${stacks ? ' table-stacks' : ''}`}>
      <thead>
        <tr>
          {headings.map(({ name, label, number, sorted, href }) => (
            <th key={name} scope="col" data-name={name} aria-sort={sorted} className={number ? 'number' : undefined}>
              {href === undefined ? (
                label
              ) : (
                <a href={href} onClick={onSort && ((event) => onSort(name, event))} onKeyDown={onKeyDown}>
                  {label}
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, href, cells }) => (
          <tr key={id} data-id={id}>
            {headings.map(({ name, label, number }) => {
              if (name === ENTRY)
                return (
                  <th key={name} scope="row">
                    <a href={href}>{title}</a>
                  </th>
                )
              const text = cells[name] ?? ''
              return (
                <td
                  key={name}
                  data-column={label}
                  className={number ? 'number' : text.length > LONG_TEXT ? 'long' : undefined}
                >
                  {text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
