import { PageLayout } from '@/components/public/layout/page-layout'
import { Pager } from '@/components/public/layout/pager'
import { PageHead } from '@/components/public/layout/section'
import { TimelineView } from '@/components/public/figures/timeline-view'
import { TimelineEntries } from '@/components/public/pages/timeline'
import { translator } from '@/lib/platform/i18n/translate'
import { timeline } from '@/lib/features/timeline/queries'
import { type ListRoute, readList } from '../read-list'
import { pageMetadata } from '../metadata'

export const generateMetadata = async (route: ListRoute) => {
  const { lang, canonical } = await readList(route, 'timeline')
  const t = translator(lang)
  return pageMetadata({ lang, path: canonical, title: t('recordType.timeline'), description: t('timeline.lead') })
}

export default async function Page(route: ListRoute) {
  const { lang, after, canonical } = await readList(route, 'timeline')
  const [{ rows, next }, all] = await Promise.all([timeline({ after }), after ? null : timeline({ size: 500 })])
  const t = translator(lang)
  return (
    <PageLayout lang={lang} canonical={canonical}>
      <PageHead title={t('recordType.timeline')}>
        <p className="lede">{t('timeline.lead')}</p>
      </PageHead>
      {all && <TimelineView entries={all.rows} lang={lang} />}
      <TimelineEntries entries={rows} lang={lang} />
      <Pager path="/timeline" next={next} after={after} lang={lang} />
    </PageLayout>
  )
}
