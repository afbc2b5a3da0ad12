import type { ComponentProps } from 'react'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Section } from '@/components/public/layout/section'
import { MapTable } from '@/components/public/map/map-table'
import { StanceMapFigure } from '@/components/public/map/stance-map'
import { translator } from '@/lib/platform/i18n/translate'

type Props = {
  place: Jurisdiction
  map: Pick<ComponentProps<typeof StanceMapFigure>, 'map' | 'outline'>
  lang: Lang
}

/** County map of a state with its table alternative. */
export const StateMap = ({ place, map, lang }: Props) => {
  const t = translator(lang)
  const state = { name: place.name, usps: place.usps }
  return (
    <Section title={t('map.stateTitle', { state: place.name })} about={t('map.stateAbout')} id="map" wide>
      <StanceMapFigure {...map} path={place.path} state={state} lang={lang} />
      <div className="mt-4">
        <MapTable map={map.map} usps={place.usps} lang={lang} />
      </div>
    </Section>
  )
}
