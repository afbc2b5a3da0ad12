import { CiteThis } from '@/components/public/citing/cite-this'
import { PageLayout } from '@/components/public/layout/page-layout'
import { JsonLd } from '@/components/public/layout/json-ld'
import { DataPage } from '@/components/public/reference/data'
import { translator } from '@/lib/platform/i18n/translate'
import { citableDataset } from '@/lib/features/citing/cite-record'
import { releaseDays, tableSizes } from '@/lib/features/dataset/queries'
import { lastChange } from '@/lib/features/exports/last-published'
import { datasetLd } from '@/lib/features/json-ld/dataset'
import { today } from '@/lib/text/today'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/data'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  return pageMetadata({ lang, path: PATH, title: t('data.title'), description: t('data.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  const t = translator(lang)
  const [asOf, tables, days] = await Promise.all([lastChange(), tableSizes(), releaseDays()])
  return (
    <PageLayout lang={lang} canonical={PATH}>
      <JsonLd data={datasetLd(asOf, { title: t('data.title'), description: t('site.about') }, lang)} />
      <DataPage asOf={asOf} tables={tables} earlier={days.slice(1)} lang={lang}>
        <CiteThis cited={citableDataset(t('site.name'), asOf, lang, today())} lang={lang} />
      </DataPage>
    </PageLayout>
  )
}
