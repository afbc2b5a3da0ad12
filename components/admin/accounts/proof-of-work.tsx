'use client'

import { useEffect, useRef, useState } from 'react'
import { solveWork } from '@/lib/platform/auth/solve-work'
import { useFormState } from '../action-form'

/** Solves the challenge of the form's last response and submits the form again, with the values as they were typed. */
export function ProofOfWork({ working }: { working: string }) {
  const { challenge } = useFormState()
  const input = useRef<HTMLInputElement>(null)
  const [solved, setSolved] = useState<string>()
  useEffect(() => {
    if (!challenge) return
    const stop = new AbortController()
    void solveWork(challenge, stop.signal).then((proof) => {
      if (proof === null || !input.current) return
      setSolved(challenge)
      input.current.value = proof
      input.current.form?.requestSubmit()
    })
    return () => stop.abort()
  }, [challenge])
  return (
    <>
      <input ref={input} type="hidden" name="proof" />
      <p role="status" className="quiet">
        {challenge !== solved && working}
      </p>
    </>
  )
}
