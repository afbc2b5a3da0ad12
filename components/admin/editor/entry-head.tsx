import type { Editing } from '@/lib/features/editing/editing-queries'
import type { FormSection } from '@/lib/features/editing/form-plans'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { type EditorMessages, fillPlaceholders } from './fill-placeholders'

type Props = {
  lang: Lang
  messages: EditorMessages
  draft: Editing
  sections: readonly FormSection[]
  /** Formatted time of the last save. */
  when: string
  discard: FormAction
  recover: FormAction
}

/** Header above the draft form: state, notices and links. */
export const EntryHead = ({ lang, messages, draft, sections, when, discard, recover }: Props) => {
  const path = `/admin/entries/${draft.id}`
  const state = {
    editing: messages.stateEditing,
    in_review: messages.stateReview,
    scheduled: messages.stateScheduled,
    discarded: messages.stateDiscarded,
  }[draft.state]
  const base = draft.baseVersion
    ? fillPlaceholders(messages.ofVersion, { version: draft.baseVersion })
    : messages.newRecord
  return (
    <div className="entry-head">
      <p className="quiet">
        <strong>{state}</strong> · {base} · {fillPlaceholders(messages.begun, { name: draft.author })}
        {draft.updatedBy && `, ${fillPlaceholders(messages.lastBy, { name: draft.updatedBy, when })}`}
      </p>
      {draft.asides.length > 0 && (
        <p className="notice">
          {messages.asideWaits} <a href={`${path}/compare`}>{messages.compare}</a>
        </p>
      )}
      {draft.baseVersion > 0 && draft.liveVersion > draft.baseVersion && (
        <p className="notice">
          {fillPlaceholders(messages.baseMoved, { version: draft.liveVersion })}{' '}
          <a href={`${path}/compare`}>{messages.compareLive}</a>
        </p>
      )}
      <ul className="inline-list entry-links">
        <li>
          <a href={`${path}/preview`}>{messages.preview}</a>
        </li>
        <li>
          <a href={`${path}/review`}>{messages.reviewPublish}</a>
        </li>
        <li>
          <a href={`${path}/history`}>{messages.history}</a>
        </li>
        {draft.livePath && draft.liveVersion > 0 && (
          <li>
            <a href={draft.livePath}>{messages.live}</a>
          </li>
        )}
      </ul>
      {draft.state === 'discarded' ? (
        <AdminForm lang={lang} action={recover}>
          <input type="hidden" name="id" value={draft.id} />
          <button type="submit" className="button-plain">
            {messages.recover}
          </button>
        </AdminForm>
      ) : (
        <details className="entry-discard">
          <summary>{messages.discard}</summary>
          <p className="quiet">{messages.discardAbout}</p>
          <AdminForm lang={lang} action={discard}>
            <input type="hidden" name="id" value={draft.id} />
            <button type="submit" className="button-plain">
              {messages.discardSure}
            </button>
          </AdminForm>
        </details>
      )}
      {sections.length > 2 && (
        <nav aria-label={messages.parts} className="entry-parts">
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
