'use client'

import { useRef, useState } from 'react'
import { withSuffix } from '@/lib/platform/forms/read-form'
import { rowsOf } from '@/lib/platform/forms/write-form'
import { useEditor } from './context'
import { FieldView } from './field-view'
import { fillPlaceholders } from './fill-placeholders'
import { type Of, RequiredMark } from './inputs'

type Row = { key: number; value: unknown; removed: boolean }

/**
 * List with rows to add, remove and move. Without JavaScript the buttons save and reload. Removed rows stay disabled in
 * the page until it is left, so they can be restored.
 */
export const ListField = ({ field, name, value }: Of<'list'>) => {
  const { messages, touch } = useEditor()
  const initialRows = rowsOf(value)
  const [rows, setRows] = useState<Row[]>(() =>
    (initialRows.length || !field.required ? initialRows : [undefined]).map((one, key) => ({
      key,
      value: one,
      removed: false,
    })),
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
        {field.required && <RequiredMark />}
      </legend>
      {field.about && <p className="quiet">{field.about}</p>}
      {rows.map((row) => {
        const at = places.get(row.key)
        const path = at === undefined ? `${name}.removed${row.key}` : `${name}.${at}`
        const title = fillPlaceholders(messages.row, { what: item.label, number: (at ?? 0) + 1 })
        return (
          <div
            key={row.key}
            data-row={row.key}
            id={plain || row.removed ? undefined : path}
            className={plain ? 'row row-plain' : 'row'}
          >
            {row.removed && (
              <p className="row-removed">
                {fillPlaceholders(messages.removed, { what: item.label })}{' '}
                <button type="button" className="link-button" data-undo="" onClick={() => toggle(row.key)}>
                  {messages.undo}
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
                    <RowButton
                      action={`up ${path}`}
                      isDisabled={at === 0}
                      move={-1}
                      onPress={() => move(row.key, -1)}
                      title={title}
                    >
                      {messages.up}
                    </RowButton>
                    <RowButton
                      action={`down ${path}`}
                      isDisabled={at === live.length - 1}
                      move={1}
                      onPress={() => move(row.key, 1)}
                      title={title}
                    >
                      {messages.down}
                    </RowButton>
                  </>
                )}
                <RowButton action={`remove ${path}`} onPress={() => toggle(row.key)} title={title}>
                  {messages.remove}
                </RowButton>
              </p>
            </fieldset>
          </div>
        )
      })}
      {live.length === 0 && rows.length === 0 && <p className="quiet">{messages.nothing}</p>}
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
        {fillPlaceholders(messages.add, { what: item.label })}
      </button>
    </fieldset>
  )
}

type ButtonProps = {
  /** Value of the submit button, used without JavaScript. */
  action: string
  title: string
  onPress: () => void
  isDisabled?: boolean
  move?: -1 | 1
  children: string
}

const RowButton = ({ action, title, onPress, isDisabled = false, move, children }: ButtonProps) => (
  <button
    type="submit"
    name="do"
    value={action}
    className="link-button"
    data-move={move}
    disabled={isDisabled}
    aria-label={`${children}: ${title}`}
    onClick={(event) => {
      event.preventDefault()
      onPress()
    }}
  >
    {children}
  </button>
)
