'use server'

import { serverAction } from '@/app/server-action'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { EMPTY, type SuggestState, type Typed } from '@/components/public/suggest/state'
import { suggestMessages } from '@/components/public/suggest/suggest-messages'
import { href } from '@/lib/platform/i18n/translate'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { refund, consume } from '@/lib/platform/rate-limit/rate-limit'
import { clientKey } from '@/lib/platform/http/client-address'
import { VISITOR } from '@/lib/platform/commands/permissions'
import { sendSuggestion } from '@/lib/features/suggestions/commands'
import { readFormToken, createFormToken } from '@/lib/features/suggestions/form-token'
import { Suggestion } from '@/lib/features/suggestions/suggestion'
import { cleanText } from '@/lib/platform/text/clean-text'
import { langOf } from '../lang'

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? cleanText(value.slice(0, 10_000)) : ''
}

/** Moves the form through its steps: write, confirm, send. Every response returns the typed values. */
export const suggest = serverAction(async (form): Promise<SuggestState> => {
  const lang = langOf(field(form, 'lang'))
  const t = suggestMessages(lang)
  const typed: Typed = {
    kind: field(form, 'kind'),
    text: field(form, 'text').replace(/\r\n?/g, '\n'),
    url: field(form, 'url').trim(),
    website: field(form, 'website'),
  }
  const write = { ...EMPTY, typed }
  if (field(form, 'step') === 'write') return write

  const { path, type, recordId } = await aboutPage(field(form, 'about'), lang)
  const { kind, text, url } = typed
  const parsed = Suggestion.safeParse({ kind, text, url: url || null, path, type, recordId, lang })
  if (!parsed.success || typed.website) {
    const found = parsed.error?.issues.map((issue) => [issue.path[0], t(`wrong.${issue.message as 'urlWrong'}`)]) ?? []
    const trap = typed.website ? { website: t('wrong.website') } : {}
    return { ...write, issues: { ...Object.fromEntries(found), ...trap } }
  }

  const caller = clientKey({ headers: await headers() })
  const confirm = (message: string | null, token = createFormToken(parsed.data)): SuggestState => ({
    ...write,
    step: 'confirm',
    message,
    token,
  })
  if (field(form, 'step') !== 'send') {
    const wait = await consume([{ who: ['suggest-confirm', caller], tries: 60, minutes: 60 }])
    return wait ? { ...write, message: t('wait', { minutes: wait }) } : confirm(null)
  }
  const sentToken = field(form, 'token')
  const token = readFormToken(sentToken, parsed.data)
  if (!token.fits) return token.because === 'early' ? confirm(t('early'), sentToken) : confirm(t('again'))
  const limits = [
    { who: ['suggest', caller], tries: 6, minutes: 60 },
    { who: ['suggest', 'everybody'], tries: 300, minutes: 60 },
  ]
  const wait = await consume(limits)
  if (wait) return confirm(t('wait', { minutes: wait }), sentToken)
  const { isNew } = await sendSuggestion(VISITOR, { ...parsed.data, receipt: token.receipt })
  if (!isNew) await refund(limits)
  redirect(href(lang, `/suggest/${token.receipt}`))
})
