/**
 * Roles of actors. `system` is the loader and the scheduler, without an account or session. `visitor` is any reader,
 * who may send a suggestion or accept an invitation.
 */
export type Role = 'contributor' | 'editor' | 'administrator' | 'system' | 'visitor'
export type Actor = { readonly id: string; readonly role: Role }

/** The actor of commands that the software runs automatically. */
export const SYSTEM: Actor = { id: 'system', role: 'system' }

/** The actor of anonymous requests. */
export const VISITOR: Actor = { id: 'visitor', role: 'visitor' }

const EVERYONE = ['contributor', 'editor', 'administrator'] as const
const EDITORS = ['editor', 'administrator'] as const

/** The roles that have each permission. Contributors may change their own drafts only. */
const ALLOWED = {
  'account:own': EVERYONE,
  'invitation:accept': ['visitor'],
  'source:capture': [...EVERYONE, 'system'],
  'draft:save': [...EVERYONE, 'system'],
  'draft:review': EDITORS,
  'record:publish': [...EDITORS, 'system'],
  'record:withdraw': EDITORS,
  'record:merge': EDITORS,
  'record:import': EDITORS,
  'submission:send': ['visitor'],
  'submission:answer': EDITORS,
  'source:check': [...EDITORS, 'system'],
  'place:import': ['administrator', 'system'],
  'person:invite': ['administrator', 'system'],
  'person:change': ['administrator'],
  'policy:change': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof ALLOWED

export const can = (actor: Actor | null, permission: Permission): actor is Actor =>
  actor !== null && (ALLOWED[permission] as readonly Role[]).includes(actor.role)
