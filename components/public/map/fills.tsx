import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import type { FigureColors } from '@/components/public/figures/design-tokens'
import type { Shade } from '@/lib/features/map/shading'

type Props = { shades: readonly (readonly Shade[])[]; colors: FigureColors }

/** Fill patterns. Each is recognizable without color, by its texture. */
export const Fills = ({ shades, colors }: Props) => {
  const unique = new Map(shades.filter((one) => one.length > 0).map((one) => [one.join('-'), one]))
  return (
    <defs>
      {[...unique].map(([key, one]) => (
        <pattern
          key={key}
          id={`fill-${key}`}
          width={12 * one.length}
          height={12}
          patternUnits="userSpaceOnUse"
          patternTransform={one.length > 1 ? 'rotate(45)' : undefined}
        >
          {one.map((shade, at) => (
            <g key={shade} transform={at ? `translate(${at * 12})` : undefined}>
              <Fill shade={shade} colors={colors} />
            </g>
          ))}
        </pattern>
      ))}
    </defs>
  )
}

/** A pattern tile of 12 × 12 units. */
const Fill = ({ shade, colors }: { shade: Shade; colors: FigureColors }) => {
  const step = shade === 'not_researched' ? null : STANCE_VALUE[shade].step
  return (
    <>
      <rect width={12} height={12} {...colors(step ? `step${step}` : shade === 'provides' ? 'grey' : 'paper')} />
      <Texture shade={shade} colors={colors} />
    </>
  )
}

const RISING = 'M-1 7 7 -1M-1 13 13 -1M5 13 13 5'
const FALLING = 'M-1 5 7 13M-1 -1 13 13M5 -1 13 7'

const Texture = ({ shade, colors }: { shade: Shade; colors: FigureColors }) => {
  if (shade === 'will_not_cooperate') return <path d={RISING} {...colors('light')} />
  if (shade === 'will_cooperate') return <path d={FALLING} {...colors('light')} />
  if (shade === 'may_cooperate') return <circle cx={6} cy={6} r={2.5} {...colors('light')} />
  if (shade === 'limits_forbidden') return <path d="M3 0v12M9 0v12" {...colors('light')} />
  if (shade === 'none_found') return <circle cx={6} cy={6} r={3} {...colors('texture')} />
  if (shade === 'unclear') return <path d="M4 4.4a2 2 0 1 1 3 1.7c-.8.4-1 .8-1 1.6M6 9.2v1" {...colors('texture')} />
  if (shade === 'not_reviewed') return <path d="M3 3h3M9 9h3" {...colors('texture')} />
  if (shade === 'provides_some') return <rect width={5} height={12} {...colors('grey')} />
  if (shade === 'restricts') return <path d="M3 0v12M6 0v12" {...colors('texture')} />
  return null
}
