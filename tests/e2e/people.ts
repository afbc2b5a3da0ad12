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

/** Accounts that one test each may change: each test takes a name of its own. */
const SINGLE_USE = [
  'second-factor',
  'second-factor-plain',
  'password',
  'password-plain',
  'sessions',
  'sessions-plain',
  'cookie',
  'role',
  'link',
  'guessed',
  'guessed-owner',
  'account-page',
] as const

/** The account of the one test that names it. */
export const singleUseAccount = (name: (typeof SINGLE_USE)[number]) => person(`Nora ${name}`, 'editor')

export type PersonKey = keyof typeof PEOPLE

const makeAccounts = async (accounts: ReturnType<typeof person>[]): Promise<void> => {
  for (const { role, ...account } of accounts) {
    const { token } = await invite(SYSTEM, { email: account.email, role })
    await acceptInvitation(VISITOR, { token, ...account })
  }
}

/** Creates the users through the regular commands. */
export const makePeople = (): Promise<void> => makeAccounts(Object.values(PEOPLE))

/** Creates the single-use accounts through the regular commands. */
export const makeSingleUseAccounts = (): Promise<void> => makeAccounts(SINGLE_USE.map(singleUseAccount))
