'use client'
import { useState, useSyncExternalStore } from 'react'

type Props = { text: string; label: string; done: string; failed: string }

const nothing = () => () => {}

/** Copies a text and says so in words. Without JavaScript there is no button: the text can be selected. */
export const CopyButton = ({ text, label, done, failed }: Props) => {
  const [said, say] = useState('')
  const here = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  if (!here) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say(done),
      () => say(failed),
    )
  return (
    <span className="copy">
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  )
}
