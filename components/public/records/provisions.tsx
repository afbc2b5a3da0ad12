import type { Policy } from '@/lib/records/policies/schema'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Localized } from '@/components/ui/localized-text'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'
import { translator } from '@/lib/platform/i18n/translate'

/** Provisions of a policy by topic, each with the supporting quote. */
export const Provisions = ({ provisions, lang }: { provisions: Policy['provisions']; lang: Lang }) => {
  const t = translator(lang)
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('stance.topic')}</th>
          <th scope="col">{t('policy.does')}</th>
          <th scope="col">{t('stance.quoted')}</th>
        </tr>
      </thead>
      <tbody>
        {provisions.map((one, at) => (
          <tr key={at}>
            <th scope="row">{TOPIC[one.topic][lang]}</th>
            <td data-column={t('policy.does')}>
              <span>
                <Localized text={one.text} lang={lang} />
              </span>
            </td>
            <td data-column={t('stance.quoted')} className="share">
              <span lang="en" className="cited-text">
                <SourceWords text={one.span} />
              </span>{' '}
              <HiddenCharacters texts={[one.span]} lang={lang} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
