import { FieldChanges } from '@/components/public/reference/field-changes'
import { Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'
import { changesSince } from '@/lib/features/corrections/queries'
import type { RecordTypeName } from '@/lib/records/registry'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type Props = { type: RecordTypeName; record: RecordBase; current: number; lang: Lang }

/** Section below an old version: differences from the current version, and the reason for the change. */
export const recordChanges = async ({ type, record, current, lang }: Props) => {
  if (record.version === current) return null
  const { changes, reason } = await changesSince(type, record, current)
  const localizedReason = reason && localize(reason, lang)
  return (
    <Section
      title={translator(lang)('corrections.changes', { before: record.version, after: current })}
      id="changes"
      wide
    >
      {localizedReason && (
        <p className="reading mb-3" lang={localizedReason.lang}>
          {localizedReason.text}
        </p>
      )}
      <FieldChanges changes={changes} lang={lang} />
    </Section>
  )
}
