import type { Lang } from '@/lib/platform/i18n/locale'
import type { Dated } from '@/components/public/pages/timeline'
import { translator } from '@/lib/platform/i18n/translate'
import { FigureDownloads } from './downloads'
import { pageColors } from './design-tokens'
import { timelineDrawing } from './timeline-figure'

/** Timeline figure. The list below it is its text alternative. */
export const TimelineView = ({ entries, lang }: { entries: readonly Dated[]; lang: Lang }) => {
  const drawing = timelineDrawing(entries, pageColors, lang)
  if (!drawing) return null
  const t = translator(lang)
  return (
    <figure className="timeline-figure">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is reachable by keyboard */}
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('figure.timelineTitle')}>
        <svg
          viewBox={`-10 0 ${drawing.width + 10} ${drawing.height}`}
          role="img"
          aria-label={t('figure.timelineLabel')}
        >
          {drawing.shapes}
          {drawing.texts.map((one, at) => (
            <text
              key={at}
              x={one.x}
              y={one.y}
              fontSize={one.size}
              className={one.strong ? 'fig-strong' : one.quiet ? 'fig-quiet' : 'fig-words'}
            >
              {one.text}
            </text>
          ))}
        </svg>
      </div>
      <figcaption className="quiet">{t('figure.timelineAbout')}</figcaption>
      <FigureDownloads name="timeline" query={{}} lang={lang} />
    </figure>
  )
}
