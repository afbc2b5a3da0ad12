import { FieldChanges } from '@/components/public/reference/field-changes'
import { Section } from '@/components/public/layout/section'
import { words } from '@/lib/platform/i18n/translate'
import { changesSince } from '@/lib/features/corrections/queries'
import type { List } from '@/lib/records/paths'
import { type Lang, say } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type Props = { room: List; record: RecordBase; current: number; lang: Lang }

/** Below an old version: what is different in the current one, and why. */
export const whatChanged = async ({ room, record, current, lang }: Props) => {
  if (record.version === current) return null
  const { changes, reason } = await changesSince(room, record, current)
  const said = reason && say(reason, lang)
  return (
    <Section title={words(lang)('corrections.changes', { before: record.version, after: current })} id="changes" wide>
      {said && (
        <p className="reading mb-3" lang={said.lang}>
          {said.words}
        </p>
      )}
      <FieldChanges changes={changes} lang={lang} />
    </Section>
  )
}
