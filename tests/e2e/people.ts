import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'

const person = (name: string, role: 'contributor' | 'editor' | 'administrator') => ({
  name,
  role,
  email: `${name.toLowerCase().replace(/\W+/g, '.')}@admin.example`,
  password: `the password of ${name}`,
})

/** Who works at the tests' admin area. Their names are canaries: none may ever be on a public page. */
export const PEOPLE = {
  contributor: person('Cora Contributor', 'contributor'),
  editor: person('Edda Editor', 'editor'),
  colleague: person('Colin Colleague', 'editor'),
  administrator: person('Ada Administrator', 'administrator'),
}

export type PersonKey = keyof typeof PEOPLE

/** Accounts for everyone, through the same commands as any. */
export async function makePeople(): Promise<void> {
  for (const { role, ...account } of Object.values(PEOPLE)) {
    const { token } = await invite(SYSTEM, { email: account.email, role })
    await acceptInvitation(VISITOR, { token, ...account })
  }
}
