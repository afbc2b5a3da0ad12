import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'

const foldersWith = (DATA_DIR?: string): { DATA: string; BACKUPS: string; CHECKOUT_LOCKS: string } => {
  const code = `import('@/scripts/paths').then((paths) => console.log(JSON.stringify(paths)))`
  const env = { ...process.env, DATA_DIR: DATA_DIR ?? '' }
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '-e', code], { cwd: ROOT, env, encoding: 'utf8' }),
  )
}

test('data and backups move with DATA_DIR, and locks of the project’s own folder stay in it', () => {
  expect(foldersWith()).toMatchObject({ DATA: join(ROOT, '.data'), BACKUPS: join(ROOT, 'backups') })
  expect(foldersWith('/srv/record')).toMatchObject({ DATA: '/srv/record', BACKUPS: '/srv/record/backups' })
  expect(foldersWith('elsewhere').DATA).toBe(join(ROOT, 'elsewhere'))
  for (const folder of [undefined, '/srv/record']) expect(foldersWith(folder).CHECKOUT_LOCKS).toBe(join(ROOT, '.data'))
})
