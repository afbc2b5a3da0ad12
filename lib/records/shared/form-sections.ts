import type { LocalizedText } from '@/lib/platform/i18n/locale'

/** A section of the admin form with its heading. */
export type FormSectionLayout = { title: LocalizedText; about?: LocalizedText; fields: readonly string[] }

// Sections and headings shared by several record types.

export const notesSection: FormSectionLayout = {
  title: { en: 'Notes', es: 'Notas' },
  about: {
    en: 'What a source got wrong, and what is not known. Readers see them.',
    es: 'Qué dice mal una fuente y qué no se sabe. Las ven los lectores.',
  },
  fields: ['notes'],
}

export const noteSection: FormSectionLayout = { title: notesSection.title, fields: ['note'] }

export const evidenceSection = (fields: string[]): FormSectionLayout => ({
  title: { en: 'Evidence', es: 'Pruebas' },
  about: {
    en: 'The words of each source, exactly as it prints them.',
    es: 'Las palabras de cada fuente, tal como las publica.',
  },
  fields,
})

export const WHAT: LocalizedText = { en: 'What it is', es: 'Qué es' }
