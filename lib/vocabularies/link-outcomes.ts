/** The result of the last check of a source's link. */
export const LINK_OUTCOME = {
  works: { en: 'Works', es: 'Funciona' },
  moved: { en: 'Leads elsewhere', es: 'Lleva a otro lugar' },
  missing: { en: 'Gone', es: 'Ya no está' },
  refused: { en: 'Refuses our question', es: 'Rechaza nuestra consulta' },
  unreachable: { en: 'Does not answer', es: 'No responde' },
} as const
export type LinkOutcome = keyof typeof LINK_OUTCOME
