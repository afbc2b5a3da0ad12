import Script from 'next/script'

type Name = 'site' | 'table'

/** URL of a client script, built by scripts/build/client-scripts.ts. */
const addressOf = (name: Name) => (JSON.parse(process.env.CLIENT_SCRIPTS!) as Readonly<Record<Name, string>>)[name]

/** Client script of a page. In development Next hydrates the page, so the script waits until the page has loaded. */
export const ClientScript = ({ name }: { name: Name }) =>
  process.env.NODE_ENV === 'production' ? (
    // oxlint-disable-next-line nextjs/no-sync-scripts -- module scripts are deferred
    <script type="module" src={addressOf(name)} />
  ) : (
    <Script type="module" src={addressOf(name)} strategy="lazyOnload" />
  )
