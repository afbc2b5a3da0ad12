import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'

const person = (name: string, role: 'contributor' | 'editor' | 'administrator') => ({
  name,
  role,
  email: `${name.toLowerCase().replace(/\W+/g, '.')}@admin.example`,
  password: `the password of ${name}`,
})

/** The users of the test site. Their names are canaries: no public page may contain one. */
export const PEOPLE = {
  contributor: person('Cora Contributor', 'contributor'),
  editor: person('Edda Editor', 'editor'),
  colleague: person('Colin Colleague', 'editor'),
  administrator: person('Ada Administrator', 'administrator'),
}

export type PersonKey = keyof typeof PEOPLE

/** Creates the accounts through the regular commands. */
export async function makePeople(): Promise<void> {
  for (const { role, ...account } of Object.values(PEOPLE)) {
    const { token } = await invite(SYSTEM, { email: account.email, role })
    await acceptInvitation(VISITOR, { token, ...account })
  }
}
