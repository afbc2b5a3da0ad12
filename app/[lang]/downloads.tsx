import { CiteThis } from '@/components/public/citing/cite-this'
import { EmbedThis } from '@/components/public/embeds/embed-this'
import { DownloadLinks } from '@/components/public/reference/download-links'
import { Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'
import { citableView } from '@/lib/features/citing/cite-record'
import { embedLine, embedPath } from '@/lib/features/embeds/address'
import { lastChange } from '@/lib/features/exports/last-published'
import { listPath, resolveNames, readView } from '@/lib/features/exports/list-view'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { today } from '@/lib/text/today'

type Props = {
  type: RecordTypeName
  /** Canonical English path and query of the list: "/statements?state=TX". */
  canonical: string
  total: number
  lang: Lang
}

/** Footer section of a list page: downloads, feeds, embed code and citation. */
export const downloadLinks = async ({ type, canonical, total, lang }: Props) => {
  const { view } = readView(type, new URLSearchParams(canonical.split('?')[1]))
  const [{ title }, asOf] = await Promise.all([resolveNames(view), lastChange()])
  const path = listPath(view)
  const embed = embedPath(canonical)!
  return (
    <Section title={translator(lang)('download.title')} id="take-away" printed={false}>
      <DownloadLinks path={path} total={total} lang={lang} />
      <div className="mt-3">
        <EmbedThis embed={embed} line={embedLine({ embed, title: title(lang), lang })} lang={lang} />
      </div>
      <div className="mt-3">
        <CiteThis cited={citableView(title(lang, total), path, asOf, lang, today())} lang={lang} />
      </div>
    </Section>
  )
}
