import { isIP } from 'node:net'
import { z } from 'zod'
import { isLoopback } from './loopback'
import { SECURITY_SETTINGS, securityContact } from './security-contact'
import { readSecretFiles } from './setting-files'

const port = z.coerce.number('a number').int('a whole number').min(0, 'from 1 to 65535').max(65_535, 'from 1 to 65535')

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean)
const isNetwork = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/')
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32))
  return isIP(address) > 0 && !address.includes('%') && isPrefix && !rest.length
}
const isHostName = (text: string) => URL.canParse(`http://${text}`) && new URL(`http://${text}`).hostname === text
const isPostgres = (text: string) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)

/** All settings. An error message completes the sentence "<NAME> has to be …". */
const Settings = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test'], 'production, development or test').default('development'),
    DATABASE_URL: z.string().refine(isPostgres, 'like postgresql://user:password@host:5432/database').optional(),
    DATABASE_PUBLIC_URL: z.string().refine(isPostgres, 'an address like that of DATABASE_URL').optional(),
    DATABASE_OWNER_URL: z.string().refine(isPostgres, 'an address like that of DATABASE_URL').optional(),
    DATABASE_REPLICA_URLS: z
      .string()
      .refine((text) => listed(text).every(isPostgres), 'addresses like that of DATABASE_URL, with commas between them')
      .default(''),
    DATABASE_CONNECTIONS: z.coerce
      .number('a number')
      .int('a whole number')
      .min(2, 'at least 2')
      .max(200, 'at most 200')
      .default(10),
    PORT: port.default(3000),
    HOST: z.string().optional(),
    SITE_URL: z.string().refine(isOrigin, 'like https://example.org, without a path or a slash at the end').optional(),
    ALLOWED_HOSTS: z
      .string()
      .toLowerCase()
      .refine(
        (text) => listed(text).every(isHostName),
        'names like www.example.org, without ports, with commas between',
      )
      .default(''),
    TRUSTED_PROXIES: z
      .string()
      .refine((text) => listed(text).every(isNetwork), 'addresses like 127.0.0.1 or 10.0.0.0/8, with commas between')
      .default(''),
    AUTH_SECRET: z.string().min(32, 'at least 32 characters that nobody can guess').optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
      .default('info'),
    CHROMIUM_PATH: z.string().optional(),
    FETCH_ALLOWED_ORIGINS: z
      .string()
      .refine((text) => listed(text).every(isOrigin), 'origins like http://10.0.0.5:8080, with commas between them')
      .default(''),
    FACET_INDEX_MIN_ROWS: z
      .string()
      .regex(/^(off|\d{1,9})$/, 'a whole number, or off')
      .default('50000'),
    JOBS: z.enum(['on', 'off'], 'on or off').default('on'),
    ARCHIVE_URL: z.string().refine(isOrigin, 'like https://web.archive.org, without a path or a slash').optional(),
    ARCHIVE_ACCESS_KEY: z.string().optional(),
    ARCHIVE_SECRET_KEY: z.string().optional(),
    METRICS_PORT: port.min(1, 'from 1 to 65535').optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    METRICS_TOKEN: z.string().min(16, 'at least 16 characters that nobody can guess').optional(),
    SHUTDOWN_DELAY: z.coerce.number('a number').min(0, 'from 0 to 300').max(300, 'from 0 to 300').default(0),
    ...SECURITY_SETTINGS,
  })
  .superRefine((env, context) => {
    const wrong = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    if (env.METRICS_PORT && env.METRICS_PORT === env.PORT) wrong('METRICS_PORT', 'another port than PORT')
    if (env.METRICS_PORT && !env.METRICS_TOKEN && !isLoopback(env.METRICS_HOST))
      wrong('METRICS_TOKEN', 'set, because METRICS_HOST lets other computers read the metrics')
    if (env.SECURITY_CONTACT && !env.SECURITY_EXPIRES)
      wrong('SECURITY_EXPIRES', 'set beside SECURITY_CONTACT, to a day within a year')
  })
  .transform((env) => ({
    mode: env.NODE_ENV,
    /** The database. Where it is not set, the commands set it to the embedded PostgreSQL. */
    databaseUrl: env.DATABASE_URL,
    /** The same database as a role that can read public data only; it serves the public pages. */
    databasePublicUrl: env.DATABASE_PUBLIC_URL,
    /** The same database as the role that owns its tables, for migrations only. */
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    /** Its streaming replicas, which serve the public pages. */
    databaseReplicaUrls: listed(env.DATABASE_REPLICA_URLS),
    databaseConnections: env.DATABASE_CONNECTIONS,
    port: env.PORT,
    /** The address to listen on; undefined for all. Without HOST and a public SITE_URL it is this computer alone. */
    host: env.HOST ?? (isLoopback(new URL(env.SITE_URL ?? 'http://localhost').hostname) ? '127.0.0.1' : undefined),
    /** The site's public origin, as readers type it. */
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    /** Further names under which readers reach the site. */
    allowedHosts: listed(env.ALLOWED_HOSTS),
    /** The addresses and networks of the proxies whose X-Forwarded-For is believed. */
    trustedProxies: listed(env.TRUSTED_PROXIES),
    /** Signs the admin area's cookies. Where it is not set, the commands generate and store one. */
    authSecret: env.AUTH_SECRET,
    logLevel: env.LOG_LEVEL,
    /** The browser for the end-to-end tests. */
    chromiumPath: env.CHROMIUM_PATH,
    /** Origins in a private network that sources may be fetched from. */
    fetchAllowedOrigins: listed(env.FETCH_ALLOWED_ORIGINS),
    /** The facet index covers tables with at least this many rows; null switches it off. */
    facetIndexMinRows: env.FACET_INDEX_MIN_ROWS === 'off' ? null : Number(env.FACET_INDEX_MIN_ROWS),
    /** Enables background jobs on this server: scheduled publishing, link checks, archiving. */
    jobs: env.JOBS === 'on',
    /** The web archive that stores copies of sources; none where it is not set. */
    archive: env.ARCHIVE_URL
      ? { url: env.ARCHIVE_URL, accessKey: env.ARCHIVE_ACCESS_KEY, secretKey: env.ARCHIVE_SECRET_KEY }
      : null,
    /** The address where Prometheus reads the metrics; none unless a port is set. */
    metrics: env.METRICS_PORT ? { port: env.METRICS_PORT, host: env.METRICS_HOST, token: env.METRICS_TOKEN } : null,
    /** For how many seconds a server that is asked to end says so before it stops taking requests. */
    shutdownDelay: env.SHUTDOWN_DELAY,
    /** The contact for security reports, for /.well-known/security.txt; null where no contact is set. */
    securityContact: securityContact(env),
  }))

export type Settings = z.infer<typeof Settings>

/** Warnings about settings that are valid and wrong for most sites, as sentences for the log. */
export const settingsWarnings = ({ siteUrl, trustedProxies }: Settings): string[] =>
  siteUrl.startsWith('https:') && !trustedProxies.length
    ? [
        'SITE_URL is https, but TRUSTED_PROXIES names no proxy. X-Forwarded-For is ignored, so all readers behind the proxy ' +
          'share one rate limit. Name the proxy, for example TRUSTED_PROXIES=127.0.0.1',
      ]
    : []

export class WrongSettings extends Error {
  override name = 'WrongSettings'
}

/** Parses the settings. @throws WrongSettings with all errors and how to correct them. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const files = readSecretFiles(env)
  const present = Object.fromEntries(Object.entries(files.env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(present)
  if (parsed.success && !files.wrong.length) return parsed.data
  const issues = parsed.error?.issues ?? []
  const lines = [
    ...files.wrong.map((sentence) => `  ${sentence}`),
    ...issues.map(({ path, message }) => `  ${path.join('.')} has to be ${message}.`),
  ]
  throw new WrongSettings(
    `The settings are not right. Correct these in the environment or in .env:\n${[...new Set(lines)].join('\n')}`,
  )
}

let cached: Settings | undefined

export function settings(): Settings {
  return (cached ??= readSettings(process.env))
}

/** Changes the environment and clears the cached settings; for commands and tests. */
export function set(
  name:
    | 'AUTH_SECRET'
    | 'DATABASE_URL'
    | 'DATABASE_PUBLIC_URL'
    | 'PORT'
    | 'SITE_URL'
    | 'HOST'
    | 'ALLOWED_HOSTS'
    | 'TRUSTED_PROXIES'
    | 'NODE_ENV'
    | 'FETCH_ALLOWED_ORIGINS'
    | 'ARCHIVE_URL'
    | 'SECURITY_CONTACT'
    | 'SECURITY_EXPIRES',
  value: string,
): void {
  Object.assign(process.env, { [name]: value })
  cached = undefined
}
