import { readFileSync } from 'node:fs'

/** A static page with what stands on a page of the site. */
export default function Page() {
  const content = readFileSync(process.env.EMPTY_CONTENT!, 'utf8')
  // oxlint-disable-next-line react/no-danger
  return <main dangerouslySetInnerHTML={{ __html: content }} />
}
