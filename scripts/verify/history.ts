import pg from 'pg'

/** Verifies the chain of seals. Returns each problem as a sentence; none if every seal is valid. */
export async function verifyHistory(databaseUrl: string): Promise<{ seals: number; head: string; wrong: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'local-record-verify' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const wrong: string[] = []
    const { rows: broken } = await client.query<{ position: string; at: Date }>(
      `SELECT position, at FROM (
         SELECT *, next_seal(lag(hash) OVER (ORDER BY position), id) AS computed FROM seal) links
       WHERE hash <> computed ORDER BY position LIMIT 20`,
    )
    for (const { position, at } of broken)
      wrong.push(`What was sealed as number ${position} on ${at.toISOString()} is not as it was, or the one before.`)
    const { rows: gaps } = await client.query<{ missing: string }>(
      `SELECT count_up AS missing FROM generate_series(1, (SELECT max(position) FROM seal)) count_up
       WHERE NOT EXISTS (SELECT FROM seal WHERE position = count_up) LIMIT 20`,
    )
    for (const { missing } of gaps) wrong.push(`The seal number ${missing} is missing.`)
    const { rows: unsealed } = await client.query<{ what: string }>(
      `SELECT type || '/' || record_id || ', version ' || version AS what FROM revision
         WHERE NOT EXISTS (SELECT FROM seal WHERE id = revision.seal)
       UNION ALL SELECT 'the change number ' || id FROM change
         WHERE NOT EXISTS (SELECT FROM seal WHERE id = change.seal) LIMIT 20`,
    )
    for (const { what } of unsealed) wrong.push(`No seal covers ${what}.`)
    const { rows } = await client.query<{ seals: string; head: string | null }>(
      `SELECT count(*) AS seals, (SELECT hash FROM seal ORDER BY position DESC LIMIT 1) AS head FROM seal`,
    )
    return { seals: Number(rows[0]!.seals), head: rows[0]!.head ?? '', wrong }
  } finally {
    await client.end()
  }
}
