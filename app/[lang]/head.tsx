import type { PageMetadata } from './metadata'

const ICONS = [
  { rel: 'icon', href: '/favicon.ico', sizes: '48x48', type: 'image/x-icon' },
  { rel: 'icon', href: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-icon.png', sizes: '180x180', type: 'image/png' },
]

type Props = { metadata: PageMetadata; styles: readonly string[] }

/** Head elements of a page: the same tags as Next generates from metadata. */
export const Head = ({ metadata, styles }: Props) => {
  const { title, description, robots } = metadata
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {robots && <meta name="robots" content="noindex" />}
      <link rel="manifest" href="/manifest.webmanifest" />
      <Addresses {...metadata} />
      <Shared {...metadata} />
      {ICONS.map((icon) => (
        <link key={icon.href} {...icon} />
      ))}
    </>
  )
}

/** Canonical, alternate-language and feed links. */
const Addresses = ({ metadataBase, alternates }: PageMetadata) => {
  if (!alternates) return null
  const at = (path: string) => absolute(path, metadataBase)
  return (
    <>
      <link rel="canonical" href={at(alternates.canonical)} />
      {Object.entries(alternates.languages).map(([lang, path]) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={at(path)} />
      ))}
      {Object.entries(alternates.types).map(([type, path]) => (
        <link key={type} rel="alternate" type={type} href={at(path)} />
      ))}
    </>
  )
}

/** Open Graph and Twitter card tags. */
const Shared = ({ metadataBase, openGraph, twitter }: PageMetadata) => {
  if (!openGraph || !twitter) return null
  const { title, description, images, siteName, ...rest } = openGraph
  const { url, ...image } = images[0]!
  const picture = { image: absolute(url, metadataBase), ...named('image', image) }
  const og = { ...rest, url: absolute(rest.url, metadataBase), site_name: siteName, title, description, ...picture }
  return (
    <>
      {Object.entries(named('og', og)).map(([name, content]) => (
        <meta key={name} property={name} content={String(content)} />
      ))}
      {Object.entries(named('twitter', { ...twitter, title, description, ...picture })).map(([name, content]) => (
        <meta key={name} name={name} content={String(content)} />
      ))}
    </>
  )
}

const named = (prefix: string, values: object) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}:${name}`, value]))

/** Absolute URL for crawlers and link previews. The home page's URL has no trailing slash. */
const absolute = (path: string, base: URL | undefined): string =>
  path === '/' && base ? base.origin : new URL(path, base).href
