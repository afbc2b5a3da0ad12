import type { Source } from '@/lib/records/sources/schema'
import { LINEAGE, SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { Highlight } from '@/components/ui/highlight'
import { href, translator } from '@/lib/platform/i18n/translate'

export const SourceTable = ({ sources, lang }: { sources: readonly Source[]; lang: Lang }) => {
  const t = translator(lang)
  const heads = { outlet: t('source.outlet'), kind: t('list.kind'), published: t('list.published') }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('list.title')}</th>
          <th scope="col">{heads.outlet}</th>
          <th scope="col">{heads.kind}</th>
          <th scope="col">{heads.published}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="share">
              <a href={href(lang, one.path)} lang={lang === 'en' ? undefined : 'en'}>
                <Highlight text={one.title} />
              </a>
              {one.lineage.map((line) => (
                <p key={line.source.id} className="quiet">
                  {LINEAGE[line.kind][lang]} <span lang="en">{line.source.name}</span>
                </p>
              ))}
            </th>
            <td data-column={heads.outlet}>
              <Highlight text={one.outlet} />
            </td>
            <td data-column={heads.kind}>{SOURCE_KIND[one.kind][lang]}</td>
            <td data-column={heads.published}>{dateSentence(formatInexactDate(one.published, lang))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
