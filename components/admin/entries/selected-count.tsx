'use client'

import { useEffect, useRef, useState } from 'react'

type Props = { none: string; one: string; many: string }

/** Live count of the selected drafts. */
export function SelectedCount({ none, one, many }: Props) {
  const line = useRef<HTMLSpanElement>(null)
  const [count, setCount] = useState(0)
  useEffect(() => {
    const form = line.current?.closest('form')
    if (!form) return
    const recount = () => setCount(form.querySelectorAll('input[name="draft"]:checked').length)
    recount()
    form.addEventListener('change', recount)
    return () => form.removeEventListener('change', recount)
  }, [])
  return (
    <span ref={line} role="status">
      {count === 0 ? none : count === 1 ? one : many.replace('#', String(count))}
    </span>
  )
}
