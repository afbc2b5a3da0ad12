import type { TestProject } from 'vitest/node'
import { hashOf, migrate, readMigrations } from '@/scripts/postgres/migrate'
import { openTestServer } from '@/scripts/postgres/databases'
import { createTemplate } from '@/scripts/postgres/templates'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { admin: string; prefix: string; template: string }
  }
}

/** One server and one migrated template for all integration tests; each file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer()
  const name = await createTemplate(server, 'migrated', hashOf(readMigrations()), migrate)
  project.provide('testServer', { admin: server.admin, prefix: server.prefix, template: name })
  return server.leave
}
