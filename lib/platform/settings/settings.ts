import { z } from 'zod'

const port = z.coerce.number('a number').int('a whole number').min(0, 'from 1 to 65535').max(65_535, 'from 1 to 65535')

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean)
const isPostgres = (text: string) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)

/** All settings there are. Each error is the end of the sentence "<NAME> has to be …". */
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
  })
  .transform((env) => ({
    mode: env.NODE_ENV,
    /** The PostgreSQL to use; the commands set it to the embedded one where there is no other. */
    databaseUrl: env.DATABASE_URL,
    /** The same database as a role that can only read what is public; it answers what is the same for every reader. */
    databasePublicUrl: env.DATABASE_PUBLIC_URL,
    /** The same database as the role that its tables belong to: for migrations alone. */
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    /** Its streaming replicas, which answer what is the same for every reader. */
    databaseReplicaUrls: listed(env.DATABASE_REPLICA_URLS),
    databaseConnections: env.DATABASE_CONNECTIONS,
    port: env.PORT,
    /** The address to listen on: every one of this computer unless it is said. */
    host: env.HOST,
    /** The site's public origin, as readers type it. */
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    /** Signs the admin area's cookies; the commands make and keep one where none is given. */
    authSecret: env.AUTH_SECRET,
    logLevel: env.LOG_LEVEL,
    /** The browser for the end-to-end tests. */
    chromiumPath: env.CHROMIUM_PATH,
    /** Origins that editors' links may lead to although they are in a private network. */
    fetchAllowedOrigins: listed(env.FETCH_ALLOWED_ORIGINS),
    /** The facet index covers tables with at least this many rows; null switches it off. */
    facetIndexMinRows: env.FACET_INDEX_MIN_ROWS === 'off' ? null : Number(env.FACET_INDEX_MIN_ROWS),
    /** Whether this server does the work in the background: scheduled publishing, link checks, archiving. */
    jobs: env.JOBS === 'on',
    /** The archive that keeps copies of sources; none unless it is said. */
    archive: env.ARCHIVE_URL
      ? { url: env.ARCHIVE_URL, accessKey: env.ARCHIVE_ACCESS_KEY, secretKey: env.ARCHIVE_SECRET_KEY }
      : null,
  }))

export type Settings = z.infer<typeof Settings>

export class WrongSettings extends Error {
  override name = 'WrongSettings'
}

/** Reads the settings, or throws one error that lists all that is wrong and how to put it right. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} has to be ${message}.`)
  throw new WrongSettings(
    `The settings are not right. Correct these in the environment or in .env:\n${[...new Set(lines)].join('\n')}`,
  )
}

let known: Settings | undefined

export function settings(): Settings {
  return (known ??= readSettings(process.env))
}

/** Changes the environment and forgets what was read before: for the commands and the tests. */
export function set(
  name:
    | 'AUTH_SECRET'
    | 'DATABASE_URL'
    | 'DATABASE_PUBLIC_URL'
    | 'PORT'
    | 'SITE_URL'
    | 'NODE_ENV'
    | 'FETCH_ALLOWED_ORIGINS'
    | 'ARCHIVE_URL',
  value: string,
): void {
  Object.assign(process.env, { [name]: value })
  known = undefined
}
