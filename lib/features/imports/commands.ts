import { importCommands } from '@/lib/platform/imports/commands'
import { RECORD_TYPES } from '@/lib/records/registry'
import { importersFor } from './importers'

/** All importers by kind. */
export const IMPORTERS = importersFor(RECORD_TYPES)

/** Commands that import a file step by step and revert imports. */
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
