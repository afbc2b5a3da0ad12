import { STANCE_VALUE, type StanceValue } from '@/lib/vocabularies/stances'
import { linesOf, sizeThatFits } from './fit-text'
import { COLORS, SERIF } from './design-tokens'
import type { Picture } from './picture'

type Props<As extends string> = Picture['main'] & { as: As } & { height: number }

const WIDTH = 1056
const CAPTION = 50

/** Main part of a preview card. `less` is the height taken by additional footer lines. */
export const Main = ({ main, footerHeight }: { main: Picture['main']; footerHeight: number }) => {
  if (main.as === 'quote') return <Quote {...main} height={324 - footerHeight} />
  if (main.as === 'paraphrase') return <Paraphrase {...main} height={324 - footerHeight} />
  return <Title {...main} height={276 - footerHeight} />
}

const Source = ({ children, indent = 0 }: { children: string; indent?: number }) => (
  <div style={{ marginTop: 18, marginLeft: indent, fontSize: 24, lineHeight: 1.3, color: COLORS.quiet }}>
    {children}
  </div>
)

const INDENT = 44

/** Passages with hanging quotation marks; the ellipsis for omitted text stands outside them. */
const Quote = ({ passages, cut, source, height }: Props<'quote'>) => {
  const box = { width: WIDTH - INDENT, height: height - CAPTION, lineHeight: 1.26, gap: 10 }
  const size = sizeThatFits(
    passages.map((passage) => passage.length + 3),
    box,
    [68, 60, 54, 50, 46, 42, 38, 35, 32, 29],
  )
  const mark = 0.44 * size
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          borderLeft: `2px solid ${COLORS.ink}`,
          paddingLeft: INDENT,
          fontFamily: SERIF,
          fontSize: size,
          lineHeight: box.lineHeight,
        }}
      >
        {passages.map((passage, at) => (
          <div key={at} style={{ display: 'flex', marginTop: at && box.gap, marginLeft: -mark }}>
            <div style={{ width: mark }}>“</div>
            <div style={{ flex: 1, wordBreak: 'break-word', textWrap: 'pretty' }}>
              {`${passage}”${cut && at === passages.length - 1 ? ' …' : ''}`}
            </div>
          </div>
        ))}
      </div>
      <Source indent={INDENT + 2}>{source}</Source>
    </div>
  )
}

/** No quotation marks, no rule and a sans-serif font, so that it cannot be mistaken for a quotation. */
const Paraphrase = ({ label, text, source, height }: Props<'paraphrase'>) => {
  const box = { width: WIDTH, height: height - CAPTION - 60, lineHeight: 1.34 }
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <div
        style={{
          alignSelf: 'flex-start',
          padding: '2px 12px',
          border: `2px solid ${COLORS.edge}`,
          borderRadius: 4,
          fontSize: 24,
          fontWeight: 600,
        }}
      >
        {label}
      </div>
      <div
        style={{
          marginTop: 16,
          fontSize: sizeThatFits([text.length], box, [44, 40, 37, 34, 31, 28]),
          lineHeight: box.lineHeight,
          wordBreak: 'break-word',
          textWrap: 'pretty',
        }}
      >
        {text}
      </div>
      <Source>{source}</Source>
    </div>
  )
}

const Title = ({ title, above, about, value, height }: Props<'title'>) => {
  const aboutSize = about && about.length > 60 ? 36 : 44
  const aboutHeight = about ? 20 + linesOf([about.length], aboutSize, WIDTH) * aboutSize * 1.32 : 0
  const box = {
    width: WIDTH,
    height: height - aboutHeight - (above ? 54 : 0) - (value ? 80 : 0),
    lineHeight: 1.1,
  }
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      {above && <div style={{ marginBottom: 14, fontSize: 30, fontWeight: 600, color: COLORS.accent }}>{above}</div>}
      <div
        style={{
          fontFamily: SERIF,
          fontWeight: 600,
          fontSize: sizeThatFits(
            [title.length],
            box,
            title.length <= 16 ? [104, 88, 72, 56] : [72, 64, 56, 50, 44, 38, 34],
          ),
          lineHeight: box.lineHeight,
          letterSpacing: '-0.01em',
          textWrap: 'balance',
          wordBreak: 'break-word',
        }}
      >
        {title}
      </div>
      {about && <div style={{ marginTop: 20, fontFamily: SERIF, fontSize: aboutSize, lineHeight: 1.32 }}>{about}</div>}
      {value && (
        <div style={{ display: 'flex', alignItems: 'center', marginTop: 30 }}>
          <Steps value={value.code} />
          <div style={{ fontSize: 38 }}>{value.words}</div>
        </div>
      )}
    </div>
  )
}

/** Five-step scale. Values off the scale are shown as text only. */
const Steps = ({ value }: { value: StanceValue }) => {
  const { step } = STANCE_VALUE[value]
  if (step === null) return null
  return (
    <svg width="250" height="50" viewBox="0 0 60 12" style={{ marginLeft: -4, marginRight: 28 }}>
      <path d="M6 6H54" stroke={COLORS.ink} strokeWidth="0.8" />
      {[1, 2, 3, 4, 5].map((one) => (
        <circle
          key={one}
          cx={one * 12 - 6}
          cy="6"
          r={one === step ? 5 : 2}
          fill={one === step ? COLORS.steps[step - 1] : COLORS.paper}
          stroke={COLORS.ink}
          strokeWidth="0.8"
        />
      ))}
    </svg>
  )
}
