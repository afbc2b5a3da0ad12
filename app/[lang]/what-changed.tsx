import { FieldChanges } from '@/components/reference/field-changes'
import { Section } from '@/components/frame/section'
import { words } from '@/components/words'
import { changesSince } from '@/lib/domain/corrections/queries'
import type { List } from '@/lib/domain/sharing/pages'
import { type Lang, say } from '@/lib/platform/collections/language'
import type { RecordBase } from '@/lib/platform/records/room'

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
