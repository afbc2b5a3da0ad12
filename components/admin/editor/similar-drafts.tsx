'use client'

import { useEditor } from './context'

/** Records that this new one looks like, under its name. */
export const SimilarDrafts = () => {
  const { words, told } = useEditor()
  return (
    <div role="status" className="told">
      {told.alike.length > 0 && (
        <>
          <p>
            <strong>{words.ownAlike}</strong>
          </p>
          <ul>
            {told.alike.map((one) => (
              <li key={one.id}>
                <a href={`/admin/edit/${one.type}/${one.id}`}>{one.label}</a>{' '}
                <span className="quiet">{[one.about, one.draft && words.draft].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
