import { SuggestionPage } from '@/components/desk/suggestions/suggestion'
import { deskWords } from '@/components/desk/words'
import { aboutPage } from '@/lib/domain/about-page'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { suggestion } from '@/lib/platform/submissions/queries'
import { Desk } from '../../desk'
import { missingAtDesk } from '../../missing'
import { may, signedIn } from '../../person'
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
