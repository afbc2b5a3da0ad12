'use client'

import { useActionState } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { ConfirmStep } from './confirm-step'
import { EMPTY, type SuggestAction } from './state'
import { WriteFields } from './write-fields'

type Props = { lang: Lang; about: string; action: SuggestAction }

/** The form in its two steps. It is made on the server alone: its page is sent without any script of ours. */
export function SuggestForm({ lang, about, action }: Props) {
  const [state, send] = useActionState(action, EMPTY)
  return (
    <form action={send} className="suggest-form">
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="about" value={about} />
      {state.step === 'look' ? <ConfirmStep lang={lang} state={state} /> : <WriteFields lang={lang} state={state} />}
    </form>
  )
}
