import { parseHTML } from 'linkedom'
import { operations } from '@/lib/features/api/operations'

/** A request with parameters to inject into. */
export type Target = { method: 'GET' | 'POST'; path: string; body?: { type: string; text: string } }

type Found = { forms: Target[]; links: string[] }

const BOUNDARY = 'ScanScanScanScan'

/** Form fields as a browser without JavaScript posts them. */
export const multipart = (fields: readonly (readonly [string, string])[]) => ({
  type: `multipart/form-data; boundary=${BOUNDARY}`,
  text: `${fields
    .map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--${BOUNDARY}--\r\n`,
})

/** The fields of a form with their current values, or a fitting value for an empty one. */
const fieldsOf = (form: Element): [string, string][] =>
  [...form.querySelectorAll('input, select, textarea')].flatMap((field): [string, string][] => {
    const [name, type] = [field.getAttribute('name'), field.getAttribute('type')]
    if (!name || type === 'file' || (type === 'radio' && !field.hasAttribute('checked'))) return []
    const option = field.querySelector('option[selected]') ?? field.querySelector('option[value]:not([value=""])')
    const value = option?.getAttribute('value') ?? field.getAttribute('value') ?? field.textContent
    const isOurs = type === 'hidden' || name.startsWith('$')
    return [[name, value || (isOurs ? '' : type === 'email' ? 'scan@admin.example' : 'some words')]]
  })

/** The forms and links of a page. */
export function readPage(html: string, at: string): Found {
  const { document } = parseHTML(html)
  const here = (to: string | null) => {
    const url = new URL(to || at, `http://site${at}`)
    return url.host === 'site' ? url.pathname + url.search : null
  }
  const links = [...document.querySelectorAll('a[href]')].flatMap((one) => here(one.getAttribute('href')) ?? [])
  const forms = [...document.querySelectorAll('form')].flatMap((form): Target[] => {
    const path = here(form.getAttribute('action'))
    const fields = fieldsOf(form)
    if (!path || !fields.length) return []
    if (form.getAttribute('method')?.toLowerCase() === 'post')
      return [{ method: 'POST', path, body: multipart(fields) }]
    return [{ method: 'GET', path: `${path.split('?')[0]}?${new URLSearchParams(fields)}` }]
  })
  return { forms, links }
}

/** A key for requests that reach the same code: the path without IDs, and the parameter names. */
const shapeOf = ({ method, path, body }: Target): string => {
  const url = new URL(path, 'http://site')
  const names = body
    ? [...body.text.matchAll(/name="([^"]+)"/g)].map(([, name]) => name!)
    : [...url.searchParams.keys()]
  const place = url.pathname.replace(/^\/es(?=\/|$)/, '').replace(/^\/[a-z]{2}(\/[^/.]+)?(?=$|\.)/, '/PLACE')
  const plain = `${method} ${place} ${names.toSorted().join()}`
  return plain.replace(/([a-z-]+-)?\b(?=[a-z]*\d)[\da-z]{10}\b[\w-]*/g, 'ID').replace(/\d+/g, '0')
}

/** One URL per query parameter, each with that parameter only. */
const alone = (path: string): Target[] => {
  const url = new URL(path, 'http://site')
  return [...url.searchParams].map(([name, value]) => ({
    method: 'GET',
    path: `${url.pathname}?${new URLSearchParams([[name, value]])}`,
  }))
}

/** Crawls from the start pages, one page per shape, and collects the requests that have parameters. */
export async function targetsFrom(origin: string, starts: readonly string[], most: number): Promise<Target[]> {
  const targets = new Map<string, Target>()
  const seen = new Set<string>()
  const queue = [...starts]
  for (let path = queue.shift(); path && seen.size < most; path = queue.shift()) {
    const shape = shapeOf({ method: 'GET', path })
    if (seen.has(shape) || /^\/(_next|data\.zip)/.test(path)) continue
    seen.add(shape)
    for (const one of alone(path)) targets.set(shapeOf(one), one)
    const answer = await fetch(origin + path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    const { forms, links } = readPage(await answer.text(), path)
    for (const form of forms) targets.set(shapeOf(form), form)
    queue.push(...links)
  }
  return [...targets.values()]
}

/** Every parameter of the API, with a valid value if its schema defines one. */
export const programTargets = (id: string): Target[] =>
  operations().flatMap(({ path, base = '/api/v1', parameters }) => {
    const address = base + path.replace('{id}', id)
    const given = parameters.filter((one) => one.in === 'query')
    const required = given.filter((one) => one.required).map((one): [string, string] => [one.name, valueOf(one.schema)])
    return given.map(({ name, schema }) => ({
      method: 'GET',
      path: `${address}?${new URLSearchParams([...required.filter(([other]) => other !== name), [name, valueOf(schema)]])}`,
    }))
  })

type Schema = { enum?: unknown[]; items?: Schema; type?: string; minimum?: number }

const valueOf = (schema: object): string => {
  const { enum: values, items, type, minimum } = schema as Schema
  if (items) return valueOf(items)
  if (values) return String(values[0])
  return type === 'integer' ? String(minimum ?? 1) : 'police'
}
