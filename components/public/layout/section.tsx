import type { ReactNode } from 'react'

type Props = {
  title: string
  about?: ReactNode
  id?: string
  /** Where the name leads. */
  link?: string
  wide?: boolean
  printed?: boolean
  children: ReactNode
}

/** A part of a page with its name in the margin; above it where the part has a margin of its own (`wide`). */
export const Section = ({ title, about, id, link, wide, printed = true, children }: Props) => (
  <section className={`section${wide ? ' section-wide' : ''}${printed ? '' : ' no-print'}`} id={id} aria-label={title}>
    <div className="section-head">
      <h2>{link ? <a href={link}>{title}</a> : title}</h2>
      {about && <div className="quiet">{about}</div>}
    </div>
    <div>{children}</div>
  </section>
)

type HeadProps = { title: ReactNode; kicker?: ReactNode; children?: ReactNode }

/** The head of a page that is no record: its name and a sentence. */
export const PageHead = ({ kicker, title, children }: HeadProps) => (
  <header className="page-head">
    {kicker && <div className="kicker">{kicker}</div>}
    <h1>{title}</h1>
    {children}
  </header>
)

/** The head of a record: its kind and dates in the margin, its name and what matters most beside them. */
export const RecordHead = ({
  title,
  margin,
  children,
}: {
  title: ReactNode
  margin: ReactNode
  children?: ReactNode
}) => (
  <header className="record-head">
    <div className="record-margin">{margin}</div>
    <div className="record-main">
      <h1>{title}</h1>
      {children}
    </div>
  </header>
)
