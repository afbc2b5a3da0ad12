import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { twoFactor } from 'better-auth/plugins'
import { accountStore } from '@/lib/platform/database/write'
import { settings } from '@/lib/platform/settings'

export const PASSWORD = { min: 12, max: 128 }
const DAY = 24 * 60 * 60

const make = () => {
  const { siteUrl, authSecret } = settings()
  const https = siteUrl.startsWith('https:')
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
    session: { expiresIn: 14 * DAY, updateAge: DAY, freshAge: 0 },
    advanced: {
      // With the __Host- prefix a browser takes the cookie from this host alone, over TLS alone.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: https },
      cookiePrefix: https ? '__Host-desk' : 'desk',
      ipAddress: { disableIpTracking: true },
    },
    // The desk's own limits count over all servers, for each account and each caller.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [twoFactor({ issuer: 'Local Record' }), nextCookies()],
  })
}

const store = globalThis as typeof globalThis & { __localRecordAuth?: ReturnType<typeof make> }

/** Sign-in and sessions. Only the desk's pages and actions ask it. */
export const auth = () => (store.__localRecordAuth ??= make())
