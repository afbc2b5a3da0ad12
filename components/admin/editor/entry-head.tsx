import type { Editing } from '@/lib/features/editing/editing-queries'
import type { FormSection } from '@/lib/features/editing/form-plans'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { type EditorMessages, fillPlaceholders } from './fill-placeholders'

type Props = {
  lang: Lang
  words: EditorMessages
  draft: Editing
  sections: readonly FormSection[]
  /** When it was last saved, in words. */
  when: string
  discard: FormAction
  recover: FormAction
}

/** Above the form: what kind of draft this is, what waits, where else to go. */
export const EntryHead = ({ lang, words, draft, sections, when, discard, recover }: Props) => {
  const at = `/admin/entries/${draft.id}`
  const state = {
    editing: words.stateEditing,
    in_review: words.stateReview,
    scheduled: words.stateScheduled,
    discarded: words.stateDiscarded,
  }[draft.state]
  const base = draft.baseVersion ? fillPlaceholders(words.ofVersion, { version: draft.baseVersion }) : words.newRecord
  return (
    <div className="entry-head">
      <p className="quiet">
        <strong>{state}</strong> · {base} · {fillPlaceholders(words.begun, { name: draft.author })}
        {draft.updatedBy && `, ${fillPlaceholders(words.lastBy, { name: draft.updatedBy, when })}`}
      </p>
      {draft.asides.length > 0 && (
        <p className="notice">
          {words.asideWaits} <a href={`${at}/compare`}>{words.compare}</a>
        </p>
      )}
      {draft.baseVersion > 0 && draft.liveVersion > draft.baseVersion && (
        <p className="notice">
          {fillPlaceholders(words.baseMoved, { version: draft.liveVersion })}{' '}
          <a href={`${at}/compare`}>{words.compareLive}</a>
        </p>
      )}
      <ul className="inline-list entry-links">
        <li>
          <a href={`${at}/preview`}>{words.preview}</a>
        </li>
        <li>
          <a href={`${at}/review`}>{words.reviewPublish}</a>
        </li>
        <li>
          <a href={`${at}/history`}>{words.history}</a>
        </li>
        {draft.livePath && draft.liveVersion > 0 && (
          <li>
            <a href={draft.livePath}>{words.live}</a>
          </li>
        )}
      </ul>
      {draft.state === 'discarded' ? (
        <AdminForm lang={lang} action={recover}>
          <input type="hidden" name="id" value={draft.id} />
          <button type="submit" className="button-plain">
            {words.recover}
          </button>
        </AdminForm>
      ) : (
        <details className="entry-discard">
          <summary>{words.discard}</summary>
          <p className="quiet">{words.discardAbout}</p>
          <AdminForm lang={lang} action={discard}>
            <input type="hidden" name="id" value={draft.id} />
            <button type="submit" className="button-plain">
              {words.discardSure}
            </button>
          </AdminForm>
        </details>
      )}
      {sections.length > 2 && (
        <nav aria-label={words.parts} className="entry-parts">
          <ol>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </div>
  )
}
