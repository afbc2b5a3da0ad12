import { importCommands } from '@/lib/platform/imports/commands'
import { RECORD_TYPES } from '@/lib/records/registry'
import { importersFor } from './importers'

/** Every importer, by its kind. */
export const IMPORTERS = importersFor(RECORD_TYPES)

/** The commands that import a file step by step, and revert it. */
export const IMPORT_COMMANDS = importCommands(RECORD_TYPES, IMPORTERS)

export const {
  startImport,
  mapImport,
  correctImport,
  checkImport,
  beginImport,
  stepImport,
  stopImport,
  revertImport,
  discardImport,
} = IMPORT_COMMANDS
