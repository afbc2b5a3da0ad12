'use client'

import { useEditor } from './context'

/** Existing records similar to a new one. */
export const SimilarDrafts = () => {
  const { messages, hints } = useEditor()
  return (
    <div role="status" className="field-hint">
      {hints.similar.length > 0 && (
        <>
          <p>
            <strong>{messages.ownAlike}</strong>
          </p>
          <ul>
            {hints.similar.map((one) => (
              <li key={one.id}>
                <a href={`/admin/edit/${one.type}/${one.id}`}>{one.label}</a>{' '}
                <span className="quiet">{[one.about, one.draft && messages.draft].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
