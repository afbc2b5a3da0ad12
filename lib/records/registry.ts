import { federalActions } from './federal-actions/storage'
import { jurisdictions } from './jurisdictions/storage'
import { labels } from './labels/storage'
import { officials } from './officials/storage'
import { organizations } from './organizations/storage'
import { policies } from './policies/storage'
import { sources } from './sources/storage'
import { stances } from './stances/storage'
import { statements } from './statements/storage'
import { withQuoteCheck } from './verify-quotes'

/** Every record type, each after those that it names: the order in which content is published. */
export const RECORD_TYPES = {
  jurisdictions,
  organizations,
  sources,
  officials: withQuoteCheck(officials),
  'federal-actions': withQuoteCheck(federalActions),
  policies: withQuoteCheck(policies),
  statements: withQuoteCheck(statements),
  stances: withQuoteCheck(stances),
  labels: withQuoteCheck(labels),
} as const
