'use client'

import { useRef, useState } from 'react'
import { withSuffix } from '@/lib/platform/forms/read-form'
import { rowsOf } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { FieldView } from './field-view'
import { fillPlaceholders } from './fill-placeholders'
import { type Of, Needed } from './inputs'

type Row = { key: number; value: unknown; removed: boolean }

/**
 * Rows that can be added, taken away and moved: by buttons that save and come back, and at once where there is
 * JavaScript. A row that is taken away stays in the page, switched off, until the form is left: it can be brought back.
 */
export const ListField = ({ field, name, value }: Of<'list'>) => {
  const { words, touch } = useEditor()
  const given = rowsOf(value)
  const [rows, setRows] = useState<Row[]>(() =>
    (given.length || !field.required ? given : [undefined]).map((one, key) => ({ key, value: one, removed: false })),
  )
  const next = useRef(rows.length)
  const list = useRef<HTMLFieldSetElement>(null)
  const { item } = field
  const plain = item.kind !== 'group'

  const change = (rearranged: Row[], focus?: () => HTMLElement | null | undefined) => {
    setRows(rearranged)
    touch()
    requestAnimationFrame(() => focus?.()?.focus())
  }
  const rowElement = (key: number) => list.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)
  const add = () => {
    const key = next.current++
    change([...rows, { key, value: undefined, removed: false }], () =>
      rowElement(key)?.querySelector<HTMLElement>('input:not([type=hidden]),textarea,select'),
    )
  }
  const toggle = (key: number) =>
    change(
      rows.map((row) => (row.key === key ? { ...row, removed: !row.removed } : row)),
      () => rowElement(key)?.querySelector<HTMLElement>('[data-undo],input:not([type=hidden]),textarea,select'),
    )
  const move = (key: number, by: -1 | 1) => {
    const live = rows.filter((row) => !row.removed)
    const other = live[live.findIndex((row) => row.key === key) + by]
    if (!other) return
    const swapped = rows.map((row) =>
      row.key === key ? other : row.key === other.key ? rows.find((one) => one.key === key)! : row,
    )
    change(swapped, () => rowElement(key)?.querySelector<HTMLElement>(`[data-move="${by}"]:not(:disabled),[data-move]`))
  }

  const live = rows.filter((row) => !row.removed)
  const places = new Map(live.map((row, at) => [row.key, at]))
  return (
    <fieldset className="field field-wide list-field" id={name} ref={list} tabIndex={-1}>
      <legend>
        {field.label}
        {field.required && <Needed />}
      </legend>
      {field.about && <p className="quiet">{field.about}</p>}
      {rows.map((row) => {
        const at = places.get(row.key)
        const path = at === undefined ? `${name}.removed${row.key}` : `${name}.${at}`
        const title = fillPlaceholders(words.row, { what: item.label, number: (at ?? 0) + 1 })
        return (
          <div
            key={row.key}
            data-row={row.key}
            id={plain || row.removed ? undefined : path}
            className={plain ? 'row row-plain' : 'row'}
          >
            {row.removed && (
              <p className="row-removed">
                {fillPlaceholders(words.removed, { what: item.label })}{' '}
                <button type="button" className="link-button" data-undo="" onClick={() => toggle(row.key)}>
                  {words.undo}
                </button>
              </p>
            )}
            <fieldset
              disabled={row.removed}
              hidden={row.removed}
              className="row-fields"
              aria-label={plain ? undefined : title}
            >
              {!row.removed && <input type="hidden" name={withSuffix.rows(name)} value={at} />}
              {!plain && <p className="row-title">{title}</p>}
              <FieldView field={plain ? { ...item, label: title } : item} name={path} value={row.value} />
              <p className="row-buttons">
                {live.length > 1 && (
                  <>
                    <RowButton ask={`up ${path}`} off={at === 0} move={-1} on={() => move(row.key, -1)} title={title}>
                      {words.up}
                    </RowButton>
                    <RowButton
                      ask={`down ${path}`}
                      off={at === live.length - 1}
                      move={1}
                      on={() => move(row.key, 1)}
                      title={title}
                    >
                      {words.down}
                    </RowButton>
                  </>
                )}
                <RowButton ask={`remove ${path}`} on={() => toggle(row.key)} title={title}>
                  {words.remove}
                </RowButton>
              </p>
            </fieldset>
          </div>
        )
      })}
      {live.length === 0 && rows.length === 0 && <p className="quiet">{words.nothing}</p>}
      <button
        type="submit"
        name="do"
        value={`add ${name}`}
        className="button-plain"
        onClick={(event) => {
          event.preventDefault()
          add()
        }}
      >
        {fillPlaceholders(words.add, { what: item.label })}
      </button>
    </fieldset>
  )
}

type ButtonProps = {
  /** What is asked of the server where there is no JavaScript. */
  ask: string
  title: string
  on: () => void
  off?: boolean
  move?: -1 | 1
  children: string
}

const RowButton = ({ ask, title, on, off = false, move, children }: ButtonProps) => (
  <button
    type="submit"
    name="do"
    value={ask}
    className="link-button"
    data-move={move}
    disabled={off}
    aria-label={`${children}: ${title}`}
    onClick={(event) => {
      event.preventDefault()
      on()
    }}
  >
    {children}
  </button>
)
