'use client'

import { type EditorMessages, fillPlaceholders } from './fill-placeholders'
import type { Saving } from './use-autosave'

type Props = { messages: EditorMessages; id: string; saving: Omit<Saving, 'form'> }

/** Sticky save bar with the save state, announced to screen readers. */
export const SaveLine = ({ messages, id, saving: { state, clock, others } }: Props) => (
  <div className="save-line" data-state={state}>
    <button type="submit" name="do" value="save" className="button">
      {state === 'failed' || state === 'signed-out' ? messages.retry : messages.save}
    </button>
    <p role="status" className="save-state">
      {state === 'saved' && fillPlaceholders(messages.saved, { clock })}
      {state === 'typing' && messages.typing}
      {state === 'saving' && messages.saving}
      {state === 'away' && (
        <>
          <strong>{messages.notSaved}.</strong> {messages.notSavedOffline}
        </>
      )}
      {state === 'failed' && (
        <>
          <strong>{messages.notSaved}.</strong> {messages.notSavedOurs}
        </>
      )}
      {state === 'gone' && (
        <>
          <strong>{messages.notSaved}.</strong> {messages.gone}
        </>
      )}
      {state === 'not-yours' && (
        <>
          <strong>{messages.notSaved}.</strong> {messages.notYours}
        </>
      )}
      {state === 'signed-out' && (
        <>
          <strong>{messages.notSaved}.</strong> {messages.signedOut}{' '}
          <a href="/admin/sign-in" target="_blank" rel="noopener">
            {messages.signInThere}
          </a>{' '}
          {messages.thenRetry}
        </>
      )}
      {state === 'aside' && (
        <>
          <strong>{messages.asideMade}</strong> <a href={`/admin/entries/${id}/compare`}>{messages.compare}</a>
        </>
      )}
    </p>
    {others.length > 0 && (
      <p className="quiet save-others">{fillPlaceholders(messages.others, { names: others.join(', ') })}</p>
    )}
  </div>
)
