import { kept } from '@/lib/platform/database/kept'
import { sql } from '@/lib/platform/database/read'

const last = kept(1, async () => {
  const [row] = await sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>({ prepared: true })
  return new Map([['', (row?.at ?? new Date(0)).toISOString()]])
})

/** When something was last published: the date of the data. */
export const lastChange = async (): Promise<string> => (await last([''])).get('')!
