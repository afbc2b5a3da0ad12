import type pg from 'pg'

/** The fields that a draft's review page sends: the save on the screen, and the hash of its content. */
export async function asReviewed(pool: pg.Pool, id: string) {
  const { rows } = await pool.query<{ save: number; content: string }>(
    'SELECT saves AS save, draft_content_hash(draft) AS content FROM draft WHERE id = $1',
    [id],
  )
  const { save, content } = rows[0]!
  return { save, content, toPublish: { draftIds: [id], saves: { [id]: save }, contents: { [id]: content } } }
}
