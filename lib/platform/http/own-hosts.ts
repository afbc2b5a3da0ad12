import { isIPv6 } from 'node:net'
import { isLoopback } from '@/lib/platform/settings/loopback'
import { settings } from '@/lib/platform/settings/settings'

const HOST = /^(\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)*)\.?(?::\d{1,5})?$/i

/** The name in a Host header, in lower case and without the port; null if the header is malformed. */
export const hostName = (header: string): string | null => HOST.exec(header)?.[1]!.toLowerCase() ?? null

let cache: { of: object; names: ReadonlySet<string> } | undefined

/** The names that this server answers for: those of SITE_URL, HOST and ALLOWED_HOSTS. */
function configuredNames(): ReadonlySet<string> {
  const current = settings()
  if (cache?.of !== current) {
    const { siteUrl, host, allowedHosts } = current
    const ownAddress = host && (isIPv6(host) ? `[${host}]` : host).toLowerCase()
    cache = { of: current, names: new Set([new URL(siteUrl).hostname, ownAddress ?? 'localhost', ...allowedHosts]) }
  }
  return cache.names
}

export const isOwnHost = (name: string): boolean => configuredNames().has(name) || isLoopback(name)
