'use client'

import { useEffect, useRef, useState } from 'react'
import type { QuotedSource } from '@/lib/features/editing/source-queries'
import { hiddenParts, withoutHidden } from '@/lib/platform/text/hidden-characters'
import { useEditor } from './context'
import { fillPlaceholders } from './fill-placeholders'
import { type Selected, type QuoteTarget, fillField, quoteTargets, selectedIn } from './quote-target'

type Props = { sources: readonly QuotedSource[] }

const truncate = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** A captured text with a visible mark for each hidden character. A selection reads the character itself. */
const MarkedText = ({ text }: { text: string }) =>
  hiddenParts(text).map((part, at) =>
    part.code ? (
      <span key={at} className="hidden-character" data-character={part.text}>
        {part.code}
      </span>
    ) : (
      part.text
    ),
  )

/** Captured texts of the cited sources. A selected passage is inserted into the quote field last focused. */
export const SourceText = ({ sources }: Props) => {
  const { messages, touch } = useEditor()
  const [sourceIndex, setSourceIndex] = useState(0)
  const [selected, setSelected] = useState<Selected | null>(null)
  const [targets, setTargets] = useState<QuoteTarget[]>([])
  const [targetPath, setTargetPath] = useState('')
  const [status, setStatus] = useState('')
  const text = useRef<HTMLDivElement>(null)
  const withText = sources.filter(({ texts }) => texts.length > 0)
  const source = withText[sourceIndex] ?? withText[0]

  useEffect(() => {
    const onSelect = () => {
      const selection = selectedIn(text.current)
      if (!selection) return
      setSelected(selection)
      setStatus('')
    }
    document.addEventListener('selectionchange', onSelect)
    return () => document.removeEventListener('selectionchange', onSelect)
  }, [])

  // Tracks the last focused quote field as the insertion target.
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#entry')
    const onFocus = (event: FocusEvent) => {
      const found = quoteTargets(form)
      setTargets(found)
      const own = found.find((one) => one.path === (event.target as HTMLElement).id)
      if (own) setTargetPath(own.path)
    }
    form?.addEventListener('focusin', onFocus)
    return () => form?.removeEventListener('focusin', onFocus)
  }, [])

  if (!source) return <p className="quiet">{messages.noTexts}</p>

  const insertSelection = () => {
    if (!selected) return setStatus(messages.selectFirst)
    const found = quoteTargets(document.querySelector<HTMLFormElement>('#entry'))
    const target = found.find((one) => one.path === targetPath) ?? found[0]
    if (!target) return
    fillField(target.path, selected)
    setTargetPath(target.path)
    setStatus(fillPlaceholders(messages.used, { what: target.label }))
    touch()
  }

  return (
    <>
      {withText.length > 1 && (
        <select
          className="input"
          aria-label={messages.sourceText}
          value={sourceIndex}
          onChange={(event) => setSourceIndex(Number(event.target.value))}
        >
          {withText.map(({ id, title }, at) => (
            <option key={id} value={at}>
              {title}
            </option>
          ))}
        </select>
      )}
      {withText.length === 1 && <p className="source-title">{source.title}</p>}
      <p className="quiet">{messages.sourceTextAbout}</p>
      <div
        ref={text}
        className="source-content"
        lang={source.texts[0]!.lang ?? undefined}
        // Focusable, so that keyboard users can select and scroll the text.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={source.title}
      >
        {source.texts.map(({ text: content }, at) => (
          <div key={at}>
            <MarkedText text={content} />
          </div>
        ))}
      </div>
      <div className="insert-quote">
        <button
          type="button"
          className="button-plain"
          onMouseDown={(event) => event.preventDefault()}
          onClick={insertSelection}
        >
          {messages.useWords}
        </button>
        {targets.length > 1 && (
          <select
            className="input"
            aria-label={messages.useWords}
            value={targetPath}
            onChange={(event) => setTargetPath(event.target.value)}
          >
            {targets.map((one) => (
              <option key={one.path} value={one.path}>
                {fillPlaceholders(messages.useFor, { what: one.label })}
              </option>
            ))}
          </select>
        )}
        <p role="status" className="quiet">
          {status || (selected && `“${truncate(withoutHidden(selected.words))}”`)}
        </p>
      </div>
    </>
  )
}
