import { cache } from 'react'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '@/lib/platform/auth/auth'
import { extendSession } from '@/lib/platform/auth/sessions'
import { type Lang, isLang } from '@/lib/platform/i18n/locale'
import { isDatabaseDownHere, setCurrentPerson } from '@/lib/platform/request-context/request-context'
import { type Actor, type Permission, type Role, can } from '@/lib/platform/commands/permissions'

type AdminRole = Exclude<Role, 'system' | 'visitor'>

/** Signed-in user. */
export type Session = {
  id: string
  name: string
  email: string
  lang: Lang
  role: AdminRole
  secondFactor: boolean
  /** Session id, not the session token. */
  session: string
  actor: Actor
}

/** Signed-in user of the request, or null. Memoized per request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const authSession = await auth().api.getSession({ headers: await headers() })
  if (!authSession || authSession.user.deactivatedAt) return null
  await extendSession(authSession.session)
  const { id, name, email } = authSession.user
  setCurrentPerson(id)
  const role = authSession.user.role as AdminRole
  return {
    id,
    name,
    email,
    role,
    lang: authSession.user.lang === 'es' ? 'es' : 'en',
    secondFactor: Boolean(authSession.user.twoFactorEnabled),
    session: authSession.session.id,
    actor: { id, role },
  }
})

/** Signed-in user. Redirects to sign-in and back if there is none. */
export async function requireSession(here: string): Promise<Session> {
  return (await getSession()) ?? redirect(`/admin/sign-in?to=${encodeURIComponent(here)}`)
}

/** Hides what the user may not do; the commands check permissions again. */
export const hasPermission = (person: Session, permission: Permission): boolean => can(person.actor, permission)

/** Locale of the user, otherwise of the browser. Answers without the database too, for what says that it is gone. */
export const getAdminLocale = cache(async (): Promise<Lang> => {
  const person = await getSession().catch((error: unknown) => {
    if (isDatabaseDownHere()) return null
    throw error
  })
  if (person) return person.lang
  const browserLang = (await headers()).get('accept-language')?.slice(0, 2).toLowerCase() ?? ''
  return isLang(browserLang) ? browserLang : 'en'
})
