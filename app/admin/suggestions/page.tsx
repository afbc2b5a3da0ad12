import { SuggestionsPage } from '@/components/admin/suggestions/suggestions'
import { adminMessages } from '@/components/admin/admin-messages'
import { aboutPage } from '@/lib/features/suggestions/about-page'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { suggestionCounts, suggestions } from '@/lib/features/suggestions/queries'
import { readSuggestionView } from '@/lib/features/suggestions/suggestion'
import { AdminPage } from '../admin-page'
import { requireSession } from '../session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const person = await requireSession('/admin/suggestions')
  const { lang } = person
  const query = readSuggestionView(await searchParams)
  const [{ rows, next }, counts, policy] = await Promise.all([suggestions(query), suggestionCounts(), sitePolicy()])
  const about = await Promise.all(rows.map(({ path }) => aboutPage(path, lang)))
  return (
    <AdminPage person={person} section="suggestions" title={adminMessages(lang)('frame.suggestions')}>
      <SuggestionsPage
        lang={lang}
        rows={rows.map((row, at) => ({ ...row, about: about[at]! }))}
        next={next}
        query={query}
        counts={counts}
        zone={policy.timeZone}
      />
    </AdminPage>
  )
}
