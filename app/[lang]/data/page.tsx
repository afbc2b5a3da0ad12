import { CiteThis } from '@/components/citing/cite-this'
import { Frame } from '@/components/frame/frame'
import { JsonLd } from '@/components/frame/json-ld'
import { DataPage } from '@/components/reference/data'
import { words } from '@/components/words'
import { citedDataset } from '@/lib/domain/citing/records'
import { releaseDays, tableSizes } from '@/lib/domain/dataset/queries'
import { lastChange } from '@/lib/domain/exports/changes'
import { datasetLd } from '@/lib/domain/json-ld/dataset'
import { today } from '../cite'
import { langOf } from '../lang'
import { pageMetadata } from '../metadata'

type Props = { params: Promise<{ lang: string }> }

const PATH = '/data'

export const generateMetadata = async ({ params }: Props) => {
  const lang = langOf((await params).lang)
  const t = words(lang)
  return pageMetadata({ lang, path: PATH, title: t('data.title'), description: t('data.lead') })
}

export default async function Page({ params }: Props) {
  const lang = langOf((await params).lang)
  const t = words(lang)
  const [asOf, tables, days] = await Promise.all([lastChange(), tableSizes(), releaseDays()])
  return (
    <Frame lang={lang} here={PATH}>
      <JsonLd data={datasetLd(asOf, { title: t('data.title'), description: t('site.about') }, lang)} />
      <DataPage asOf={asOf} tables={tables} earlier={days.slice(1)} lang={lang}>
        <CiteThis cited={citedDataset(t('site.name'), asOf, lang, today())} lang={lang} />
      </DataPage>
    </Frame>
  )
}
