import type { Source } from '@/lib/records/sources/schema'
import { LINEAGE, SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { dateWords, sentence } from '@/components/ui/format-date'
import { Found } from '@/components/ui/highlight'
import { href, words } from '@/lib/platform/i18n/translate'

export const SourceTable = ({ sources, lang }: { sources: readonly Source[]; lang: Lang }) => {
  const t = words(lang)
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
                <Found text={one.title} />
              </a>
              {one.lineage.map((line) => (
                <p key={line.source.id} className="quiet">
                  {LINEAGE[line.kind][lang]} <span lang="en">{line.source.name}</span>
                </p>
              ))}
            </th>
            <td data-column={heads.outlet}>
              <Found text={one.outlet} />
            </td>
            <td data-column={heads.kind}>{SOURCE_KIND[one.kind][lang]}</td>
            <td data-column={heads.published}>{sentence(dateWords(one.published, lang))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
