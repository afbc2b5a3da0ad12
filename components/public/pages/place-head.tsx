import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { format, href, translator } from '@/lib/platform/i18n/translate'

type Props = { place: Jurisdiction; lang: Lang }

/** Heading of a place page: kind, population and GEOID. */
export const PlaceHead = ({ place, lang }: Props) => {
  const t = translator(lang)
  const facts = [
    JURISDICTION_KIND[place.kind][lang],
    place.population !== null && t('place.population', { count: format(lang).number(place.population) }),
    place.geoid && `GEOID ${place.geoid}`,
    place.aliases.length > 0 && t('place.alsoCalled', { names: place.aliases.join(', ') }),
  ].filter(Boolean)
  return (
    <PageHead title={place.fullName}>
      <p className="quiet">
        {facts.join(' · ')}
        {place.parent && (
          <>
            {' · '}
            <RecordLink to={place.parent} lang={lang} />
          </>
        )}
      </p>
      <p className="quiet no-print">
        <a className="compare-remove" href={href(lang, `/compare?place=${place.path}`)}>
          {t('compare.link')}
        </a>
      </p>
      {place.countyGeoid && <p className="quiet">{t('place.stateTogether', { place: place.name })}</p>}
    </PageHead>
  )
}

/** States that nothing is recorded, which does not mean that the place has no position. */
export const NothingRecorded = ({ place, lang }: Props) => {
  const t = translator(lang)
  return (
    <section className="border-t border-ink py-6">
      <h2>{t('place.nothing')}</h2>
      <p className="reading mt-2">{t('place.nothingAbout', { place: place.fullName })}</p>
    </section>
  )
}
