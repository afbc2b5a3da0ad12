/** Who acts. The system is the loader and the scheduler: it has no account and no session. */
export type Role = 'contributor' | 'editor' | 'administrator' | 'system'
export type Actor = { readonly id: string; readonly role: Role }

/** The actor of commands that no person gives. */
export const SYSTEM: Actor = { id: 'system', role: 'system' }

const ALLOWED = {
  'draft:save': ['contributor', 'editor', 'administrator', 'system'],
  'record:publish': ['editor', 'administrator', 'system'],
  'record:withdraw': ['editor', 'administrator'],
  'place:import': ['administrator', 'system'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof ALLOWED

export const can = (actor: Actor | null, permission: Permission): actor is Actor =>
  actor !== null && (ALLOWED[permission] as readonly Role[]).includes(actor.role)
