import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readFormData } from '@/app/read-form-data'
import { onRequestError } from '@/instrumentation'
import { isBodyMarkedUnreadable, runWithResponse } from '@/lib/platform/request-context/request-context'
import { ROOT } from '@/scripts/paths'

const failsAs = async (work: () => void, method = 'POST') => {
  const res = { statusCode: 200, req: { method, url: '/suggest' } }
  await runWithResponse(res as never, async () => work())
  return isBodyMarkedUnreadable(res) ? 'unreadable' : 'our error'
}
const report = (context: object, message = 'anything', method = 'POST') =>
  onRequestError(new Error(message), { method }, context)

afterEach(() => expect(isBodyMarkedUnreadable({})).toBe(false))

test('a POST that fails before an action began has an unreadable body, whatever the error says', async () => {
  for (const message of ['x', 'Unexpected end of form', 'Cannot read properties of undefined', '']) {
    expect(await failsAs(() => report({ routeType: 'render' }, message))).toBe('unreadable')
    const payload = { routeType: 'action', renderSource: 'react-server-components-payload' }
    expect(await failsAs(() => report(payload, message))).toBe('unreadable')
  }
})

test('what fails in an action, a page or a route handler is our error, whatever it says', async () => {
  for (const message of ['x', 'Unexpected end of form', 'Connection closed.', 'is not valid JSON']) {
    const inAction = () => {
      readFormData(null, new FormData())
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
test('every server action begins by reading its form', () => {
  const files = ['app', 'components']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.tsx?$/.test(file) && readFileSync(join(ROOT, file), 'utf8').startsWith("'use server'"))
  expect(files.length).toBeGreaterThan(15)
  const late = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const functions = [...text.matchAll(/export async function (\w+)\([^)]*\)[^{]*\{\n(.*)\n/g)]
    const constants = [...text.matchAll(/export const (\w+) = (\w+)\(/g)]
    expect(functions.length + constants.length, file).toBe(text.match(/^export /gm)!.length)
    return [
      ...functions.filter(([, , first]) => !/readFormData\(|attempt\(/.test(first!)),
      ...constants.filter(([, , maker]) => maker !== 'formAction' && !text.includes(`${maker} = `)),
    ].map(([, name]) => `${file}: ${name}`)
  })
  expect(late).toEqual([])
})
