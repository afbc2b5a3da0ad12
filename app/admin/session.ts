import { cache } from 'react'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { auth } from '@/lib/platform/auth/auth'
import { extendSession } from '@/lib/platform/auth/sessions'
import { type Lang, isLang } from '@/lib/platform/i18n/locale'
import { type Actor, type Permission, type Role, can } from '@/lib/platform/commands/permissions'

type AdminRole = Exclude<Role, 'system' | 'visitor'>

/** Who is signed in. */
export type Session = {
  id: string
  name: string
  email: string
  lang: Lang
  role: AdminRole
  secondFactor: boolean
  /** The id of the session, not its secret. */
  session: string
  actor: Actor
}

/** Who sent this request, or null. Asked once for each request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const found = await auth().api.getSession({ headers: await headers() })
  if (!found || found.user.deactivatedAt) return null
  await extendSession(found.session)
  const { id, name, email } = found.user
  const role = found.user.role as AdminRole
  return {
    id,
    name,
    email,
    role,
    lang: found.user.lang === 'es' ? 'es' : 'en',
    secondFactor: Boolean(found.user.twoFactorEnabled),
    session: found.session.id,
    actor: { id, role },
  }
})

/** For every page of the admin area, first of all: who is signed in; anybody else is led to sign in, and then back. */
export async function requireSession(here: string): Promise<Session> {
  return (await getSession()) ?? redirect(`/admin/sign-in?to=${encodeURIComponent(here)}`)
}

/** Whether this person may see what only some may do; the commands check it again. */
export const hasPermission = (person: Session, permission: Permission): boolean => can(person.actor, permission)

/** The language of the admin area: the person's, and before somebody has signed in the browser's. */
export const getAdminLocale = cache(async (): Promise<Lang> => {
  const person = await getSession()
  if (person) return person.lang
  const asked = (await headers()).get('accept-language')?.slice(0, 2).toLowerCase() ?? ''
  return isLang(asked) ? asked : 'en'
})
