import { SuggestionPage } from '@/components/admin/suggestions/suggestion'
import { deskWords } from '@/components/admin/admin-messages'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { suggestion } from '@/lib/features/suggestions/queries'
import { Desk } from '../../admin-page'
import { missingAtDesk } from '../../missing'
import { may, signedIn } from '../../session'
import { answer, dismiss, draftRecord, draftSource, reopen } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const person = await signedIn(`/admin/suggestions/${id}`)
  const [found, policy] = await Promise.all([suggestion(id), sitePolicy()])
  if (!found) return missingAtDesk(person)
  const { lang } = person
  return (
    <Desk person={person} section="suggestions" title={deskWords(lang)(`suggestions.kind.${found.kind}`)}>
      <SuggestionPage
        lang={lang}
        suggestion={found}
        about={await aboutPage(found.path, lang)}
        mayAnswer={may(person, 'submission:answer')}
        zone={policy.timeZone}
        done={(await searchParams).done}
        actions={{ answer, dismiss, draftRecord, draftSource, reopen }}
      />
    </Desk>
  )
}
