import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { twoFactor } from 'better-auth/plugins'
import { accountStore } from '@/lib/platform/database/write'
import { settings } from '@/lib/platform/settings/settings'
import { deviceCookieNames } from './trusted-device'
import { deleteExpired } from './delete-expired'
import { PASSWORD } from './password'

const DAY = 24 * 60 * 60

/** A session ends so many days after its last use. */
export const SESSION_DAYS = 14

/** And so many after it began, however it is used: who has stolen one does not keep it. */
export const MAX_SESSION_DAYS = 90

/** With the __Host- prefix a browser takes the cookie from this host alone, over TLS alone. */
const prefix = (https: boolean) => (https ? '__Host-admin' : 'admin')

/** The cookies of the admin area, by their full names. */
export const cookieName = (name: 'session_token' | 'two_factor' | 'device'): string =>
  `${prefix(settings().siteUrl.startsWith('https:'))}.${name}`

/** The longest that browsers keep a cookie. How long a session lasts is said by its row. */
export const COOKIE_MAX_AGE = 400 * DAY

export const cookieAttributes = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: settings().siteUrl.startsWith('https:') }) as const

const make = () => {
  const { siteUrl, authSecret } = settings()
  return betterAuth({
    appName: 'Local Record',
    baseURL: siteUrl,
    basePath: '/api/auth',
    secret: authSecret,
    database: prismaAdapter(accountStore(), { provider: 'postgresql' }),
    // Accounts are made by invitation only, in a command.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.min,
      maxPasswordLength: PASSWORD.max,
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        lang: { type: 'string', input: false },
        deactivatedAt: { type: 'date', input: false, required: false },
      },
    },
    // The row's end is set below, and moved by `goOn`.
    session: { expiresIn: COOKIE_MAX_AGE, disableSessionRefresh: true, freshAge: 0 },
    databaseHooks: {
      session: {
        create: {
          // An account that is closed gets no session, whatever it signs in with.
          before: async (session) => {
            const where = { id: session.userId, deactivatedAt: null }
            if (!(await accountStore().user.findFirst({ where, select: { id: true } }))) return false
            await deleteExpired()
            const userAgent = deviceCookieNames(String(session.userAgent ?? ''))
            return { data: { ...session, userAgent, expiresAt: new Date(Date.now() + SESSION_DAYS * DAY * 1000) } }
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: cookieAttributes(),
      cookiePrefix: prefix(siteUrl.startsWith('https:')),
      ipAddress: { disableIpTracking: true },
    },
    // the admin area's own limits count over all servers, for each account and each caller.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would log guesses; what fails is thrown, and logged by whoever asked.
    logger: { disabled: true },
    plugins: [
      // Its own lock of an account could be used by others: the admin area's limits know the person's devices.
      twoFactor({ issuer: 'Local Record', accountLockout: { enabled: false } }),
      nextCookies(),
    ],
  })
}

type Auth = ReturnType<typeof make>
const store = globalThis as typeof globalThis & { __localRecordAuth?: { database: object; auth: Auth } }

/** Sign-in and sessions, in the database that is open. Only the admin area's pages and actions ask it. */
export function auth(): Auth {
  const database = accountStore()
  if (store.__localRecordAuth?.database !== database) store.__localRecordAuth = { database, auth: make() }
  return store.__localRecordAuth.auth
}

/** What was asked of it, or null where it refuses: a wrong password or code, a closed account. */
export const nullIfUnauthorized = <R>(asked: Promise<R>): Promise<R | null> =>
  asked.catch((error: { statusCode?: unknown }) => {
    if (typeof error.statusCode === 'number' && error.statusCode < 500) return null
    throw error
  })
