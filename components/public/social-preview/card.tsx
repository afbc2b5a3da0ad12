import { COLORS, SANS, SERIF } from './design-tokens'
import { Main } from './card-main'
import { footLines } from './fit-text'
import type { Picture } from './picture'
import { SiteMark } from './site-mark'

/** Social preview card, 1200 × 630. The renderer supports flexbox and inline styles only. */
export const Card = ({ picture, siteName }: { picture: Picture; siteName: string }) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      width: '100%',
      height: '100%',
      padding: '48px 72px 52px',
      background: COLORS.paper,
      color: COLORS.ink,
      fontFamily: SANS,
    }}
  >
    <div style={{ display: 'flex', alignItems: 'center', paddingBottom: 20, borderBottom: `2px solid ${COLORS.ink}` }}>
      <SiteMark size={42} />
      <div style={{ marginLeft: 16, fontFamily: SERIF, fontWeight: 600, fontSize: 34 }}>{siteName}</div>
      <div style={{ marginLeft: 'auto', fontSize: 26, color: COLORS.quiet }}>{picture.type ?? ''}</div>
    </div>
    <div style={{ display: 'flex', flexDirection: 'column', flex: 1, justifyContent: 'center', overflow: 'hidden' }}>
      <Main main={picture.main} footerHeight={34 * (footLines(picture.foot).below.length - 1)} />
    </div>
    <Foot foot={picture.foot} />
  </div>
)

/** Name and date, with further lines below. */
const Foot = ({ foot }: { foot: Picture['foot'] }) => {
  const { aside, below } = footLines(foot)
  if (!foot.name && !aside && !below.length) return null
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        paddingTop: 16,
        borderTop: `1px solid ${COLORS.rule}`,
        fontSize: 26,
        lineHeight: 1.4,
        color: COLORS.quiet,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'baseline' }}>
        <div style={{ fontSize: 32, fontWeight: 600, lineHeight: 1.3, color: COLORS.ink }}>{foot.name ?? ''}</div>
        <div style={{ marginLeft: 'auto' }}>{aside}</div>
      </div>
      {below.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}
