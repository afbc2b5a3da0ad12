'use client'

import { useEffect, useRef, useState } from 'react'
import type { QuotedSource } from '@/lib/features/editing/source-queries'
import { useEditor } from './context'
import { fillPlaceholders } from './fill-placeholders'
import { type Selected, type QuoteTarget, fillField, quoteTargets, selectedIn } from './quote-target'

type Props = { sources: readonly QuotedSource[] }

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)

/** The kept texts of the sources that the entry cites: select words, and they are where they are needed. */
export const SourceText = ({ sources }: Props) => {
  const { words, touch } = useEditor()
  const [which, setWhich] = useState(0)
  const [selected, setSelected] = useState<Selected | null>(null)
  const [places, setPlaces] = useState<QuoteTarget[]>([])
  const [place, setPlace] = useState('')
  const [told, setTold] = useState('')
  const text = useRef<HTMLDivElement>(null)
  const held = sources.filter(({ texts }) => texts.length > 0)
  const source = held[which] ?? held[0]

  useEffect(() => {
    const onSelect = () => {
      const now = selectedIn(text.current)
      if (!now) return
      setSelected(now)
      setTold('')
    }
    document.addEventListener('selectionchange', onSelect)
    return () => document.removeEventListener('selectionchange', onSelect)
  }, [])

  // Which field the words are for: the one that was written in last, as long as it takes words.
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#entry')
    const onFocus = (event: FocusEvent) => {
      const now = quoteTargets(form)
      setPlaces(now)
      const own = now.find((one) => one.path === (event.target as HTMLElement).id)
      if (own) setPlace(own.path)
    }
    form?.addEventListener('focusin', onFocus)
    return () => form?.removeEventListener('focusin', onFocus)
  }, [])

  if (!source) return <p className="quiet">{words.noTexts}</p>

  const use = () => {
    if (!selected) return setTold(words.selectFirst)
    const now = quoteTargets(document.querySelector<HTMLFormElement>('#entry'))
    const to = now.find((one) => one.path === place) ?? now[0]
    if (!to) return
    fillField(to.path, selected)
    setPlace(to.path)
    setTold(fillPlaceholders(words.used, { what: to.label }))
    touch()
  }

  return (
    <>
      {held.length > 1 && (
        <select
          className="input"
          aria-label={words.sourceText}
          value={which}
          onChange={(event) => setWhich(Number(event.target.value))}
        >
          {held.map(({ id, title }, at) => (
            <option key={id} value={at}>
              {title}
            </option>
          ))}
        </select>
      )}
      {held.length === 1 && <p className="source-title">{source.title}</p>}
      <p className="quiet">{words.sourceTextAbout}</p>
      <div
        ref={text}
        className="source-words"
        lang={source.texts[0]!.lang ?? undefined}
        // Its words can be selected with the keyboard as well: the text can be reached, and scrolled.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={source.title}
      >
        {source.texts.map(({ text: whole }, at) => (
          <div key={at}>{whole}</div>
        ))}
      </div>
      <div className="use-words">
        <button type="button" className="button-plain" onMouseDown={(event) => event.preventDefault()} onClick={use}>
          {words.useWords}
        </button>
        {places.length > 1 && (
          <select
            className="input"
            aria-label={words.useWords}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          >
            {places.map((one) => (
              <option key={one.path} value={one.path}>
                {fillPlaceholders(words.useFor, { what: one.label })}
              </option>
            ))}
          </select>
        )}
        <p role="status" className="quiet">
          {told || (selected && `“${short(selected.words)}”`)}
        </p>
      </div>
    </>
  )
}
