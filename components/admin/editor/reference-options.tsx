'use client'

import type { ReactNode } from 'react'
import type { Candidate } from '@/lib/features/editing/find-records'

type Props = {
  id: string
  label: string
  options: readonly Candidate[]
  /** Label of the create option; null if records of this type can't be created here. */
  create: string | null
  draft: string
  /** Index of the active option; -1 for none. */
  at: number
  shown: boolean
  pick: (which: number) => void
}

/** Listbox of search results. Focus stays in the input. */
export const ReferenceOptions = ({ id, label, options, create, draft, at, shown, pick }: Props) => (
  <div id={id} role="listbox" aria-label={label} className="reference-options" hidden={!shown}>
    {options.map((one, which) => (
      <Choice key={one.id} id={`${id}-${which}`} isAt={which === at} pick={() => pick(which)}>
        {one.label}
        <span className="quiet">{[one.about, one.draft && draft].filter(Boolean).join(' · ')}</span>
      </Choice>
    ))}
    {create && (
      <Choice id={`${id}-${options.length}`} isAt={at === options.length} pick={() => pick(options.length)}>
        <strong>{create}</strong>
      </Choice>
    )}
  </div>
)

type ChoiceProps = { id: string; isAt: boolean; pick: () => void; children: ReactNode }

const Choice = ({ id, isAt, pick, children }: ChoiceProps) => (
  <button
    type="button"
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isAt}
    onMouseDown={(event) => event.preventDefault()}
    onClick={pick}
  >
    {children}
  </button>
)
