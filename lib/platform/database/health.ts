import { withReadPool } from '@/lib/platform/database/replicas'

/** Resolves to true if the database answers a query before the timeout. */
export async function isDatabaseReachable(timeoutMs = 2_000): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((resolve) => (timer = setTimeout(resolve, timeoutMs, false)))
  const answer = Promise.resolve()
    .then(() => withReadPool((pool) => pool.query('select 1')))
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer))
}
