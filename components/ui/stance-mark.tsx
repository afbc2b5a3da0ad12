import { isSecond, STANCE_VALUE, type StanceValue } from '@/lib/vocabularies/stances'
import type { Lang } from '@/lib/platform/i18n/locale'

const STEPS = [1, 2, 3, 4, 5] as const
const at = (step: number) => step * 12 - 6

/**
 * Five-place scale with the applicable place filled, as a ring for the second of two codes of one place; values off the
 * scale have their own shapes. Never relies on color alone.
 */
export const StanceFigure = ({ value }: { value: StanceValue }) => (
  <svg className="mark" width="60" height="12" viewBox="0 0 60 12" aria-hidden="true" focusable="false">
    {STANCE_VALUE[value].step ? <Places value={value} /> : <Special value={value} />}
  </svg>
)

const Places = ({ value }: { value: StanceValue }) => {
  const { step } = STANCE_VALUE[value]
  return (
    <>
      <path d="M6 6H54" />
      {STEPS.map((one) => (
        <circle
          key={one}
          cx={at(one)}
          cy="6"
          r={one === step ? 5 : 2}
          className={one === step ? `on-${one}` : 'blank'}
        />
      ))}
      {isSecond(value) && <circle cx={at(step!)} cy="6" r="2" className="blank" />}
    </>
  )
}

const Special = ({ value }: { value: StanceValue }) => {
  if (value === 'none_found') return <circle cx="30" cy="6" r="4.5" strokeWidth="1.5" />
  if (value === 'unclear')
    return (
      <>
        <path d="M27 4a3 3 0 1 1 4.6 2.5C30.4 7.2 30 7.7 30 8.5" strokeWidth="1.5" />
        <circle cx="30" cy="11" r="1" className="solid" />
      </>
    )
  if (value === 'not_reviewed') return <path d="M24 6h12" strokeWidth="1.5" />
  return (
    <>
      {value !== 'restricts' && (
        <rect x="6" y="2" width={value === 'provides' ? 48 : 24} height="8" className="solid" />
      )}
      <rect x="6" y="2" width="48" height="8" />
      {value === 'restricts' && <path d="M27 0v12M33 0v12" strokeWidth="1.5" />}
    </>
  )
}

export const StanceMark = ({ value, lang }: { value: StanceValue; lang: Lang }) => (
  <span className="marked">
    <StanceFigure value={value} />
    <span>{STANCE_VALUE[value][lang]}</span>
  </span>
)
