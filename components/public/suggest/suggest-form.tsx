'use client'

import { useActionState } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { ConfirmStep } from './confirm-step'
import { EMPTY, type SuggestAction } from './state'
import { WriteFields } from './write-fields'

type Props = { lang: Lang; about: string; action: SuggestAction }

/** Two-step form. Rendered on the server only; its page is sent without client scripts. */
export function SuggestForm({ lang, about, action }: Props) {
  const [state, send] = useActionState(action, EMPTY)
  return (
    <form action={send} className="suggest-form">
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="about" value={about} />
      {state.step === 'confirm' ? <ConfirmStep lang={lang} state={state} /> : <WriteFields lang={lang} state={state} />}
    </form>
  )
}
