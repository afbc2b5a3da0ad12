import { isSecond, STANCE_VALUE, type StanceValue } from '@/lib/vocabularies/stances'
import type { FigureColors } from './design-tokens'

const STEPS = [1, 2, 3, 4, 5] as const

/** A stance as a figure of 40 × 11 units: a five-step scale, or a special symbol for values off the scale. */
export const ValueFigure = ({ value, colors }: { value: StanceValue; colors: FigureColors }) => {
  const { step } = STANCE_VALUE[value]
  if (step === null) return <OffScaleFigure value={value} colors={colors} />
  return (
    <>
      <path d="M4 5.5h32" {...colors('line')} />
      {STEPS.map((one) => (
        <circle
          key={one}
          cx={one * 8 - 4}
          cy={5.5}
          r={one === step ? 4.6 : 1.7}
          {...colors(one === step ? `step${one}` : 'blank')}
        />
      ))}
      <circle cx={step * 8 - 4} cy={5.5} r={4.6} {...colors('line')} />
      {isSecond(value) && <circle cx={step * 8 - 4} cy={5.5} r={1.9} {...colors('blank')} />}
    </>
  )
}

const OffScaleFigure = ({ value, colors }: { value: StanceValue; colors: FigureColors }) => {
  if (value === 'none_found') return <circle cx={20} cy={5.5} r={4} {...colors('thick')} />
  if (value === 'unclear')
    return (
      <>
        <path d="M17.6 3.2a2.6 2.6 0 1 1 3.9 2.2c-1.1.6-1.5 1.1-1.5 1.9" {...colors('thick')} />
        <circle cx={20} cy={9.8} r={1} {...colors('solid')} />
      </>
    )
  if (value === 'not_reviewed') return <path d="M14 5.5h12" {...colors('thick')} />
  return (
    <>
      {value !== 'restricts' && (
        <rect x={4} y={2} width={value === 'provides' ? 32 : 16} height={7} {...colors('solid')} />
      )}
      <rect x={4} y={2} width={32} height={7} {...colors('line')} />
      {value === 'restricts' && <path d="M18 .5v10M22 .5v10" {...colors('thick')} />}
    </>
  )
}
