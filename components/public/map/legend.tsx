import type { StanceMap } from '@/lib/features/map/stance-map'
import type { Lang } from '@/lib/platform/i18n/locale'
import { pageColors } from '@/components/public/figures/design-tokens'
import { StanceFigure } from '@/components/ui/stance-mark'
import { translator } from '@/lib/platform/i18n/translate'
import { shadeLabel } from './map-data'
import { type Shade, fillOf, tally } from '@/lib/features/map/shading'

type Props = { map: StanceMap; states?: boolean; lang: Lang }

/** Legend of fills and figures with counts of states and places. */
export const MapLegend = ({ map, states = true, lang }: Props) => {
  const t = translator(lang)
  const rows = tally(map.topic, map.states, map.places)
  return (
    <table className="map-legend">
      <caption className="small-label">{t('map.legend')}</caption>
      <thead>
        <tr>
          {states && (
            <th scope="col">
              <span className="sr-only">{t('map.fill')}</span>
            </th>
          )}
          <th scope="col">
            <span className="sr-only">{t('map.mark')}</span>
          </th>
          <th scope="col">
            <span className="sr-only">{t('stance.stance')}</span>
          </th>
          {states && (
            <th scope="col" className="number">
              {t('map.states')}
            </th>
          )}
          <th scope="col" className="number">
            {t('map.places')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.shade}>
            {states && (
              <td>
                <Swatch shade={row.shade} />
              </td>
            )}
            <td>{row.shade !== 'not_researched' && <StanceFigure value={row.shade} />}</td>
            <th scope="row">{shadeLabel(row.shade, lang)}</th>
            {states && <td className="number">{row.states || '–'}</td>}
            <td className="number">{row.shade === 'not_researched' ? '' : row.places || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Swatch = ({ shade }: { shade: Shade }) => (
  <svg className="map-swatch" width="28" height="18" viewBox="0 0 28 18" aria-hidden="true" focusable="false">
    <rect x=".5" y=".5" width="27" height="17" {...pageColors('land')} fill={fillOf([shade])} />
  </svg>
)
