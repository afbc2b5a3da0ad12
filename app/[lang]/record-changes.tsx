import { FieldChanges } from '@/components/public/reference/field-changes'
import { Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'
import { changesSince } from '@/lib/features/corrections/queries'
import type { RecordTypeName } from '@/lib/records/paths'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type Props = { type: RecordTypeName; record: RecordBase; current: number; lang: Lang }

/** Below an old version: what is different in the current one, and why. */
export const recordChanges = async ({ type, record, current, lang }: Props) => {
  if (record.version === current) return null
  const { changes, reason } = await changesSince(type, record, current)
  const said = reason && localize(reason, lang)
  return (
    <Section
      title={translator(lang)('corrections.changes', { before: record.version, after: current })}
      id="changes"
      wide
    >
      {said && (
        <p className="reading mb-3" lang={said.lang}>
          {said.words}
        </p>
      )}
      <FieldChanges changes={changes} lang={lang} />
    </Section>
  )
}
