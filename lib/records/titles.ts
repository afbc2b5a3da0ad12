import type { Lang } from '@/lib/platform/i18n/locale'
import type { AnyDefinition } from './define-record-type'
import { RECORD_TYPES, type RecordTypeName, type TypedRecord } from './registry'

const definition = (type: RecordTypeName): AnyDefinition => RECORD_TYPES[type]

/** A record's heading. */
export const titleOf = ({ type, record }: TypedRecord, lang: Lang): string => definition(type).title(record, lang)

/** A record in one or two sentences, for feeds. */
export const summaryOf = ({ type, record }: TypedRecord, lang: Lang): string => definition(type).summary(record, lang)
