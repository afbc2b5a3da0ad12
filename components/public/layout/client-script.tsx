import Script from 'next/script'

type Name = 'site' | 'table'

/** The address of a program that components/browser is built to (scripts/build/client-scripts.ts). */
const addressOf = (name: Name) => (JSON.parse(process.env.BROWSER_PROGRAMS!) as Readonly<Record<Name, string>>)[name]

/**
 * A program of our own for the reader's browser. In development the framework is there too, and a page has to stay as
 * it was sent until React has taken it over: the framework's own element waits for that.
 */
export const ClientScript = ({ name }: { name: Name }) =>
  process.env.NODE_ENV === 'production' ? (
    // oxlint-disable-next-line nextjs/no-sync-scripts -- a module waits for the page by itself
    <script type="module" src={addressOf(name)} />
  ) : (
    <Script type="module" src={addressOf(name)} strategy="lazyOnload" />
  )
