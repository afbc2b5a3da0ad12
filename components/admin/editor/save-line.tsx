'use client'

import { type EditorMessages, fillPlaceholders } from './fill-placeholders'
import type { Saving } from './use-autosave'

type Props = { words: EditorMessages; id: string; saving: Omit<Saving, 'form'> }

/** Whether what was typed is saved; always in sight, and told to those who can't see it. */
export const SaveLine = ({ words, id, saving: { state, clock, others } }: Props) => (
  <div className="save-line" data-state={state}>
    <button type="submit" name="do" value="save" className="button">
      {state === 'failed' || state === 'signed-out' ? words.retry : words.save}
    </button>
    <p role="status" className="save-state">
      {state === 'saved' && fillPlaceholders(words.saved, { clock })}
      {state === 'typing' && words.typing}
      {state === 'saving' && words.saving}
      {state === 'away' && (
        <>
          <strong>{words.notSaved}.</strong> {words.notSavedOffline}
        </>
      )}
      {state === 'failed' && (
        <>
          <strong>{words.notSaved}.</strong> {words.notSavedOurs}
        </>
      )}
      {state === 'gone' && (
        <>
          <strong>{words.notSaved}.</strong> {words.gone}
        </>
      )}
      {state === 'not-yours' && (
        <>
          <strong>{words.notSaved}.</strong> {words.notYours}
        </>
      )}
      {state === 'signed-out' && (
        <>
          <strong>{words.notSaved}.</strong> {words.signedOut}{' '}
          <a href="/admin/sign-in" target="_blank" rel="noopener">
            {words.signInThere}
          </a>{' '}
          {words.thenRetry}
        </>
      )}
      {state === 'aside' && (
        <>
          <strong>{words.asideMade}</strong> <a href={`/admin/entries/${id}/compare`}>{words.compare}</a>
        </>
      )}
    </p>
    {others.length > 0 && (
      <p className="quiet save-others">{fillPlaceholders(words.others, { names: others.join(', ') })}</p>
    )}
  </div>
)
