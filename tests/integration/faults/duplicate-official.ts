import { idFor } from '@/lib/platform/publishing/ids'
import { citation, ids, inputs, publishOne } from '../world'

/** A duplicate of the chief under another spelling. */
export const DUPLICATE = idFor('officials', 'twin')

/** Publishes the duplicate with statements of its own. */
export async function makeDuplicateOfficial(): Promise<void> {
  const role = { ...inputs.officials.roles[0]!, office: 'sheriff', citations: [citation({ exact: 'Chief Ana Peña' })] }
  await publishOne('officials', DUPLICATE, {
    ...inputs.officials,
    name: 'Anna Pena',
    bioguide: 'P000001',
    roles: [role],
  })
  const speakers = [DUPLICATE, ids.chief].map((officialId) => ({ officialId, organizationId: null, asPrinted: null }))
  for (const number of [1, 2, 3, 4])
    await publishOne('statements', idFor('statements', `twin says ${number}`), {
      ...inputs.statements,
      speakers: speakers.slice(0, 1 + (number % 2)),
    })
}
