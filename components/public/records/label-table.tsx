import type { Label } from '@/lib/records/labels/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { Highlight } from '@/components/ui/highlight'
import { RecordLink } from '@/components/ui/record-link'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { labels: readonly Label[]; lang: Lang; places?: boolean }

/** Labels with who uses them and the source. */
export const LabelTable = ({ labels, lang, places }: Props) => {
  const t = translator(lang)
  const heads = {
    place: t('list.place'),
    by: t('label.usedBy'),
    when: t('statement.when'),
    where: t('label.rests'),
  }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('place.labels')}</th>
          {places && <th scope="col">{heads.place}</th>}
          <th scope="col">{t('label.usedBy')}</th>
          <th scope="col">{heads.when}</th>
          <th scope="col">{heads.where}</th>
        </tr>
      </thead>
      <tbody>
        {labels.map((one) => (
          <tr key={one.id}>
            <th scope="row" lang="en">
              <a href={href(lang, one.path)}>
                “<Highlight text={one.words} />”
              </a>
            </th>
            {places && (
              <td data-column={heads.place}>
                <RecordLink to={one.jurisdiction} lang={lang} />
              </td>
            )}
            <td data-column={heads.by}>
              <span lang="en">
                <Highlight text={one.labeller} />
              </span>
              <p className="quiet">{t(one.own ? 'place.ownLabel' : 'place.outsideLabel')}</p>
            </td>
            <td data-column={heads.when}>{dateSentence(formatInexactDate(one.date, lang))}</td>
            <td data-column={heads.where}>{one.citations[0]!.source.outlet}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
