import { localizedText } from '@/lib/platform/i18n/translate'

/**
 * The public reason on the tombstone of an entry that a reverted import had added. Such tombstones are recognized by
 * this text, so a change of the message needs the old text here too.
 */
export const REVERT_REASON = localizedText('importers.rows.revertReason')
