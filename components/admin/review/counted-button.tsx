'use client'

import { useEffect, useRef, useState } from 'react'

type Props = {
  /** What the button says when so many are ticked. */
  labels: readonly string[]
  count: number
  /** Something still stands in the way: it may be pressed, and then says what. */
  quiet: boolean
}

/** A button that says how many of its form's boxes are ticked. Without JavaScript it says what the page was made for. */
export function CountedButton({ labels, count, quiet }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [ticked, setTicked] = useState(count)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    const recount = () => setTicked(form.querySelectorAll('input[name="with"]:checked').length)
    recount()
    form.addEventListener('change', recount)
    return () => form.removeEventListener('change', recount)
  }, [])
  return (
    <>
      <input type="hidden" name="said" value={ticked} />
      <button ref={button} type="submit" className={quiet ? 'button-plain' : 'button'}>
        {labels[ticked] ?? labels[0]}
      </button>
    </>
  )
}
