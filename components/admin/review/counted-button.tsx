'use client'

import { useEffect, useRef, useState } from 'react'

type Props = {
  /** Button labels by number of selected drafts. */
  labels: readonly string[]
  count: number
  /** True if the draft is not ready yet. The button still works, and the response lists what is missing. */
  quiet: boolean
}

/** Submit button with a live count of selected drafts. Without JavaScript it keeps the count at render time. */
export function CountedButton({ labels, count, quiet }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [selectedCount, setSelectedCount] = useState(count)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    const recount = () => setSelectedCount(form.querySelectorAll('input[name="with"]:checked').length)
    recount()
    form.addEventListener('change', recount)
    return () => form.removeEventListener('change', recount)
  }, [])
  return (
    <>
      <input type="hidden" name="shown" value={selectedCount} />
      <button ref={button} type="submit" className={quiet ? 'button-plain' : 'button'}>
        {labels[selectedCount] ?? labels[0]}
      </button>
    </>
  )
}
