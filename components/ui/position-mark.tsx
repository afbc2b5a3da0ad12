import { POSITION, type Position } from '@/lib/vocabularies/stances'
import type { Lang } from '@/lib/platform/i18n/locale'

/** Signed length of the bar; partial positions are half as long. */
const REACH: Partial<Record<Position, number>> = {
  opposes: -18,
  opposes_in_part: -9,
  supports_in_part: 9,
  supports: 18,
}

/** Bar from the middle to one side. Shape only, because positions have no color. */
export const PositionFigure = ({ position }: { position: Position }) => {
  const reach = REACH[position]
  return (
    <svg className="mark" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true" focusable="false">
      {position === 'unclear' ? (
        <>
          <path d="M17 4a3 3 0 1 1 4.6 2.5C20.4 7.2 20 7.7 20 8.5" strokeWidth="1.5" />
          <circle cx="20" cy="11" r="1" className="solid" />
        </>
      ) : position === 'not_coded' ? (
        <path d="M14 6h12" strokeWidth="1.5" />
      ) : (
        <>
          <path d="M2 9.5H38" />
          <path d="M20 1v10" />
          {reach && (
            <rect x={reach < 0 ? 20 + reach : 20} y="2.5" width={Math.abs(reach)} height="5" className="solid" />
          )}
          {position === 'no_position' && <circle cx="20" cy="5" r="2.5" className="blank" />}
        </>
      )}
    </svg>
  )
}

export const PositionMark = ({ position, lang }: { position: Position; lang: Lang }) => (
  <span className="marked">
    <PositionFigure position={position} />
    <span>{POSITION[position][lang]}</span>
  </span>
)
