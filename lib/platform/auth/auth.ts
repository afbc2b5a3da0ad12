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

/** Sessions expire after this many days without use. */
export const SESSION_DAYS = 14

/** The maximum age of a session, however much it is used: a stolen one ends too. */
export const MAX_SESSION_DAYS = 90

/** Browsers accept a cookie with the __Host- prefix from this host only, and over TLS only. */
const prefix = (https: boolean) => (https ? '__Host-admin' : 'admin')

/** The full name of a cookie of the admin area. */
export const cookieName = (name: 'session_token' | 'two_factor' | 'device'): string =>
  `${prefix(settings().siteUrl.startsWith('https:'))}.${name}`

/** The longest age that browsers allow. The session's row decides when it ends. */
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
    // Accounts are created by invitation only, in a command.
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
    // `expiresAt` is set in the hook below, and moved by `extendSession`.
    session: { expiresIn: COOKIE_MAX_AGE, disableSessionRefresh: true, freshAge: 0 },
    databaseHooks: {
      session: {
        create: {
          // A deactivated account gets no session by any method of sign-in.
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
    // The admin area's own limits are shared by all servers, per account and per client address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would log wrong passwords; errors are thrown, and the caller logs them.
    logger: { disabled: true },
    plugins: [
      // Its account lockout would let an attacker lock an account; the admin area's limits exempt trusted devices.
      twoFactor({ issuer: 'Local Record', accountLockout: { enabled: false } }),
      nextCookies(),
    ],
  })
}

type Auth = ReturnType<typeof make>
const store = globalThis as typeof globalThis & { __localRecordAuth?: { database: object; auth: Auth } }

/** better-auth on the current database. Only the admin area's pages and actions use it. */
export function auth(): Auth {
  const database = accountStore()
  if (store.__localRecordAuth?.database !== database) store.__localRecordAuth = { database, auth: make() }
  return store.__localRecordAuth.auth
}

/** Null where better-auth rejects the request: a wrong password or code, a deactivated account. */
export const nullIfUnauthorized = <R>(request: Promise<R>): Promise<R | null> =>
  request.catch((error: { statusCode?: unknown }) => {
    if (typeof error.statusCode === 'number' && error.statusCode < 500) return null
    throw error
  })
