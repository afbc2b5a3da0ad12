import { sql } from '@/lib/platform/database/read'

/** When something was last published: the date of the data. */
export const lastChange = async (): Promise<string> => {
  const [last] = await sql`SELECT max(at) AS at FROM revision`.rows<{ at: Date | null }>()
  return (last?.at ?? new Date(0)).toISOString()
}
