import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { COLLECTIONS } from '@/lib/records/collections'

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Sends a raw request target, which browsers and HTTP libraries would normalize. */
export const raw = (base: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const sent = ask({ hostname, port, path, method, headers, timeout: 240_000 }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk.length > 200_000 ? '' : chunk))
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }))
      answer.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error(`no answer: ${path.slice(0, 200)}`)))
    sent.on('error', reject).end()
  })

export const ENDINGS = ['', '.csv', '.json', '.xlsx', '.atom', '.feed.json', '.zip', '/', '.png', ';x', '%3Bx']

/** Every parameter name of the site, and the property names of Object.prototype. */
export const PARAMETERS = [
  ...new Set(Object.values(COLLECTIONS).flatMap((one) => one.filters.parameters.map(({ name }) => name))),
  ...['sort', 'view', 'columns', 'rows', 'density', 'after', 'version', 'topic', 'place', 'on', 'q', 'about', 'to'],
  ...[
    'url',
    'format',
    'limit',
    'cursor',
    'lang',
    'since',
    'width',
    'maxwidth',
    'state',
    'run',
    'did',
    'problem',
    'kind',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '_rsc', '__nextLocale', 'nxtPlang', 'nxtPid', ''],
]

/** Hostile parameter values. */
export const VALUES = [
  ...[
    '',
    '0',
    '-1',
    '1e999',
    'NaN',
    '99999999999999999999',
    'null',
    'undefined',
    'true',
    '[object Object]',
    '[]',
    '{}',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', '%5B__proto__%5D', 'a[b]=c', '..', '../..', '..;', '.'],
  ...[
    '%2e%2e',
    '%2e%2e%2f',
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e%252f',
    '%5c..%5c',
    '%c0%ae%c0%ae',
    '%2f',
    '%2F%2Fevil',
  ],
  ...['%00', '%2500', '%0d%0aSet-Cookie:%20a=1', '%0a', '%E5%98%8A%E5%98%8D', '%ED%A0%80', '%FF', '%', '%zz', '%u0041'],
  ...["'", '%22', "1'%20OR%20'1'='1", "');SELECT%20pg_sleep(5)--", '$%7B7*7%7D', '%3Cscript%3E', '{{7*7}}', '%60id%60'],
  ...['https://evil.example', '//evil.example', '%2F%2Fevil.example', 'javascript:alert(1)', 'data:text/html,x'],
  ...['2025-13-45', '2025-02-30/..', '../2025', '9999-12-31', '0000-00-00', '-0001', '2025-01-01T00:00:00Z'],
  ...['%F0%9F%98%80'.repeat(50), 'a'.repeat(3_000), '%20'.repeat(500), ','.repeat(1_000), '-'.repeat(2_000)],
  ...['%E2%80%AE', '%EF%BB%BF', '%CC%81'.repeat(300), 'TX,TX,TX', '0123456789', 'zzzzzzzzzz', 'tx', 'el-paso'],
]
