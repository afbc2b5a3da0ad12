import type { ComponentProps } from 'react'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { MapTable } from '@/components/public/map/map-table'
import { StanceMapFigure } from '@/components/public/map/stance-map'
import { translator } from '@/lib/platform/i18n/translate'

type Props = Pick<ComponentProps<typeof StanceMapFigure>, 'map' | 'outline'> & { lang: Lang }

/** Map page with the table alternative. */
export const MapPage = ({ map, outline, lang }: Props) => {
  const t = translator(lang)
  return (
    <>
      <PageHead title={t('map.title')}>
        <p className="lede">{t('map.lead')}</p>
      </PageHead>
      <StanceMapFigure map={map} outline={outline} path="/map" lang={lang} />
      <div className="mt-8">
        <Section title={t('map.table')} wide>
          <MapTable map={map} lang={lang} />
        </Section>
      </div>
    </>
  )
}
