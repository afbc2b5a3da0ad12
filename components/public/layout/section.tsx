import type { ReactNode } from 'react'

type Props = {
  title: string
  about?: ReactNode
  id?: string
  /** Target of the heading's link. */
  link?: string
  wide?: boolean
  printed?: boolean
  children: ReactNode
}

/** Page section with its heading in the margin, or above the content with `wide`. */
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

/** Heading of a page that is not a record. */
export const PageHead = ({ kicker, title, children }: HeadProps) => (
  <header className="page-head">
    {kicker && <div className="kicker">{kicker}</div>}
    <h1>{title}</h1>
    {children}
  </header>
)

/** Heading of a record page: kind and dates in the margin, title and main facts beside them. */
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
