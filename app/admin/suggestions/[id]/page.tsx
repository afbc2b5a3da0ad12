import { SuggestionPage } from '@/components/admin/suggestions/suggestion'
import { adminMessages } from '@/components/admin/admin-messages'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { suggestion } from '@/lib/features/suggestions/queries'
import { AdminPage } from '../../admin-page'
import { adminNotFound } from '../../not-found-page'
import { hasPermission, requireSession } from '../../session'
import { answer, dismiss, draftRecord, draftSource, reopen } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const person = await requireSession(`/admin/suggestions/${id}`)
  const [viewed, policy] = await Promise.all([suggestion(id), sitePolicy()])
  if (!viewed) return adminNotFound(person)
  const { lang } = person
  return (
    <AdminPage person={person} section="suggestions" title={adminMessages(lang)(`suggestions.kind.${viewed.kind}`)}>
      <SuggestionPage
        lang={lang}
        suggestion={viewed}
        about={await aboutPage(viewed.path, lang)}
        mayAnswer={hasPermission(person, 'submission:answer')}
        zone={policy.timeZone}
        done={(await searchParams).done}
        actions={{ answer, dismiss, draftRecord, draftSource, reopen }}
      />
    </AdminPage>
  )
}
