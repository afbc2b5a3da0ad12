import { withReadPool } from '@/lib/platform/database/replicas'

/** Whether the database answers a question within two seconds. */
export async function isDatabaseReachable(within = 2_000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, within, false)))
  const answer = Promise.resolve()
    .then(() => withReadPool((pool) => pool.query('select 1')))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
