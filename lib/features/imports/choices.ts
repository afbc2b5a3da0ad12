import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { ImportColumn, ImportOption } from '@/lib/platform/imports/importer'
import { IMPORTERS } from '@/lib/features/imports/commands'

/** An importer as an option of the upload form. */
export type ImportChoice = {
  kind: string
  label: LocalizedText
  about: LocalizedText
  /** True if it reads the site's own export columns rather than a third-party list. */
  own: boolean
  /** True if an administrator can approve its imports by its name. */
  isPublicList: boolean
  places: boolean
  columns: readonly Pick<ImportColumn, 'name' | 'label' | 'about' | 'required'>[]
  options: readonly Pick<ImportOption, 'name' | 'label' | 'about'>[]
}

export const importChoices = (): ImportChoice[] =>
  Object.values(IMPORTERS).map(({ kind, label, about, permission, isPublicList = false, columns, options = [] }) => ({
    kind,
    label,
    about,
    own: kind.startsWith('type-'),
    isPublicList,
    places: permission === 'place:import',
    columns: columns.map(({ name, label, about, required }) => ({ name, label, about, required: required === true })),
    options: options.map(({ name, label, about }) => ({ name, label, ...(about && { about }) })),
  }))
