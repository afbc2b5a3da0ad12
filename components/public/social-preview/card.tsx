import { COLOUR, SANS, SERIF } from './design-tokens'
import { Main } from './card-main'
import { footLines } from './fit-text'
import type { Picture } from './picture'
import { SiteMark } from './site-mark'

/** The picture of a page, 1200 by 630. Drawn by a library that knows flex boxes and no classes. */
export const Card = ({ picture, siteName }: { picture: Picture; siteName: string }) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      width: '100%',
      height: '100%',
      padding: '48px 72px 52px',
      background: COLOUR.paper,
      color: COLOUR.ink,
      fontFamily: SANS,
    }}
  >
    <div style={{ display: 'flex', alignItems: 'center', paddingBottom: 20, borderBottom: `2px solid ${COLOUR.ink}` }}>
      <SiteMark size={42} />
      <div style={{ marginLeft: 16, fontFamily: SERIF, fontWeight: 600, fontSize: 34 }}>{siteName}</div>
      <div style={{ marginLeft: 'auto', fontSize: 26, color: COLOUR.quiet }}>{picture.type ?? ''}</div>
    </div>
    <div style={{ display: 'flex', flexDirection: 'column', flex: 1, justifyContent: 'center', overflow: 'hidden' }}>
      <Main main={picture.main} less={34 * (footLines(picture.foot).below.length - 1)} />
    </div>
    <Foot foot={picture.foot} />
  </div>
)

/** Who and when, and the rest beneath. */
const Foot = ({ foot }: { foot: Picture['foot'] }) => {
  const { aside, below } = footLines(foot)
  if (!foot.name && !aside && !below.length) return null
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        paddingTop: 16,
        borderTop: `1px solid ${COLOUR.rule}`,
        fontSize: 26,
        lineHeight: 1.4,
        color: COLOUR.quiet,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'baseline' }}>
        <div style={{ fontSize: 32, fontWeight: 600, lineHeight: 1.3, color: COLOUR.ink }}>{foot.name ?? ''}</div>
        <div style={{ marginLeft: 'auto' }}>{aside}</div>
      </div>
      {below.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}
