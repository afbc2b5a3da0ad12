import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { serverAction } from '@/app/server-action'
import { onRequestError } from '@/instrumentation'
import { isBodyMarkedUnreadable, runWithResponse } from '@/lib/platform/request-context/request-context'
import { ROOT } from '@/scripts/paths'

const failsAs = async (work: () => void | Promise<void>, method = 'POST') => {
  const res = { statusCode: 200, req: { method, url: '/suggest' } }
  await runWithResponse(res as never, async () => work())
  return isBodyMarkedUnreadable(res) ? 'unreadable' : 'our error'
}
const report = (context: object, message = 'anything', method = 'POST') =>
  onRequestError(new Error(message), { method }, context)

afterEach(() => expect(isBodyMarkedUnreadable({})).toBe(false))

const failing = serverAction(async () => Promise.reject(new Error('of ours')))
const working = serverAction(async () => 'the next state')

test('a POST that fails before an action began has an unreadable body, whatever the error says', async () => {
  for (const message of ['x', 'Unexpected end of form', 'Cannot read properties of undefined', '']) {
    expect(await failsAs(() => report({ routeType: 'render' }, message))).toBe('unreadable')
    const payload = { routeType: 'action', renderSource: 'react-server-components-payload' }
    expect(await failsAs(() => report(payload, message))).toBe('unreadable')
  }
})

// Next decodes the form's state from the body after the action returned.
test('a POST that fails after an action returned and before a page is rendered has an unreadable body', async () => {
  const late = async () => {
    expect(await working(null, new FormData())).toBe('the next state')
    report({ routeType: 'render' })
  }
  expect(await failsAs(late)).toBe('unreadable')
})

test('what fails in an action, a page or a route handler is our error, whatever it says', async () => {
  for (const message of ['x', 'Unexpected end of form', 'Connection closed.', 'is not valid JSON']) {
    const inAction = async () => {
      await expect(failing(null, new FormData())).rejects.toThrow('of ours')
      report({ routeType: 'action', renderSource: 'react-server-components-payload' }, message)
    }
    expect(await failsAs(inAction)).toBe('our error')
    const inPage = () => {
      report({ routeType: 'render', renderSource: 'react-server-components' }, message)
      report({ routeType: 'render' }, message) // Next reports it again
    }
    expect(await failsAs(inPage)).toBe('our error')
    expect(await failsAs(() => report({ routeType: 'route' }, message))).toBe('our error')
    expect(await failsAs(() => report({ routeType: 'render' }, message, 'GET'), 'GET')).toBe('our error')
  }
})

// Otherwise an error in the action would be answered as an unreadable body.
test('every server action is made by serverAction', () => {
  const files = ['app', 'components']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.tsx?$/.test(file) && readFileSync(join(ROOT, file), 'utf8').startsWith("'use server'"))
  expect(files.length).toBeGreaterThan(15)
  const others = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const made = [...text.matchAll(/^export const \w+ = (\w+)\(/gm)].map(([, maker]) => maker!)
    expect(made.length, file).toBe(text.match(/^export /gm)!.length)
    // A maker of the file itself is made of the others.
    const isMaker = (maker: string) =>
      /^(serverAction|formAction)$/.test(maker) || new RegExp(`const ${maker} = [^;]*?\\bformAction\\(`).test(text)
    return made.filter((maker) => !isMaker(maker)).map((maker) => `${file}: ${maker}`)
  })
  expect(others).toEqual([])
  expect(readFileSync(join(ROOT, 'app/admin/form-action.ts'), 'utf8')).toContain('serverAction((form) =>')
})
