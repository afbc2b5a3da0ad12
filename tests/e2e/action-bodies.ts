import fc from 'fast-check'

/** A hand-made body of a server action, as bytes with its headers. */
export type ActionBody = { headers: Record<string, string>; body: Buffer; told: string }

/** The letters with which React marks its references: promises, blobs, functions, maps, sets, streams, iterators. */
const MARKS = [...'@BFKQWhiTDSnNIREZXxrGgoOUuMmVCcLlAasb-$']

const index = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(-1, 99, 2 ** 31, 2 ** 53))
const hex = index.map((number) => number.toString(16))
const path = fc.array(fc.constantFrom('0', '1', 'length', '__proto__', 'then', 'constructor', 'x', ''), {
  maxLength: 3,
})

const reference = fc.oneof(
  fc.tuple(fc.constantFrom(...MARKS), hex).map(([mark, at]) => `$${mark}${at}`),
  fc.tuple(hex, path).map(([at, steps]) => ['$' + at, ...steps].join(':')),
  fc.tuple(fc.constantFrom(...MARKS), hex, path).map(([mark, at, steps]) => [`$${mark}${at}`, ...steps].join(':')),
  fc.constantFrom(
    '$',
    '$$',
    '$undefined',
    '$NaN',
    '$Infinity',
    '$-Infinity',
    '$-0',
    '$D',
    '$Dx',
    '$n',
    '$nx',
    '$n9'.repeat(30),
  ),
  fc.string({ maxLength: 8 }).map((text) => `$${text}`),
)
const key = fc.constantFrom(
  '0',
  '1',
  'then',
  '__proto__',
  'id',
  'bound',
  'get',
  'status',
  'value',
  '_response',
  'x',
  '$1',
)

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    reference,
    fc.constantFrom(null, 0, -1, 1e308, true, '', 'x', '\ud800', '\0'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}))

/** Mostly JSON with references, sometimes cut off or no JSON. */
const payload = fc.oneof(
  { weight: 6, arbitrary: value.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.array(reference, { maxLength: 4 }).map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.tuple(value, fc.nat(30)).map(([one, end]) => JSON.stringify(one).slice(0, end)) },
  { weight: 1, arbitrary: fc.constantFrom('', '[', '[] x', '{"a" 1}', '['.repeat(5_000), '[1e]', 'nonsense', '\0') },
)

/** `actions` are ids of real server actions. */
export const actionBody = (actions: readonly string[]): fc.Arbitrary<ActionBody> => {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...actions) },
    { weight: 1, arbitrary: fc.constantFrom('0'.repeat(42), '__proto__', 'toString', '../x', 'x'.repeat(200), '60') },
  )
  const number = fc.constantFrom('0', '1', '2', '-1', '99', 'x', '')
  const fieldName = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('0', '1', '2', '3', '00', '-1', '1_0', '_1_0', 'x', '') },
    { weight: 2, arbitrary: number.map((one) => `$ACTION_REF_${one}`) },
    { weight: 3, arbitrary: fc.tuple(number, number).map(([one, other]) => `$ACTION_${one}:${other}`) },
    { weight: 2, arbitrary: id.map((one) => `$ACTION_ID_${one}`) },
    { weight: 1, arbitrary: fc.constantFrom('$ACTION_KEY', '$ACTION_', '$ACTION_REF_', '$ACTION_ID_', '$ACTION_1:') },
  )
  const reference = fc
    .tuple(id, payload, fc.boolean())
    .map(([action, bound, isBound]) => JSON.stringify({ id: action, bound: isBound ? bound : '$@1' }))
  const field = fc.record({
    name: fieldName,
    text: fc.oneof({ weight: 4, arbitrary: payload }, { weight: 1, arbitrary: reference }),
    file: fc.option(fc.constantFrom('', 'blob', 'a.txt', '"; name="0'), { nil: undefined, freq: 5 }),
  })
  // What a form without a script sends, with parts that are hand-made.
  const form = fc.tuple(reference, payload).map(([first, second]) => [
    { name: '$ACTION_REF_1', text: '', file: undefined },
    { name: '$ACTION_1:0', text: first, file: undefined },
    { name: '$ACTION_1:1', text: second, file: undefined },
  ])
  const fields = fc
    .tuple(fc.oneof(fc.constant([]), form), fc.array(field, { maxLength: 6 }))
    .map((parts) => parts.flat())
  const multipart = fc.tuple(fields, fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 4 }))
  const bytes = fc.oneof(
    { weight: 6, arbitrary: multipart.map(([parts, end]) => cut(encode(parts), end)) },
    { weight: 3, arbitrary: payload.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw)) },
  )
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constant('multipart/form-data; boundary=b') },
    { weight: 3, arbitrary: fc.constant('text/plain;charset=UTF-8') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'multipart/form-data',
        'multipart/form-data; boundary=',
        'multipart/form-data; boundary=other',
        'multipart/form-data; boundary=b; charset=utf-16',
        'multipart/mixed; boundary=b',
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data;boundary="b',
        'x',
      ),
    },
  )
  return fc.record({ action: fc.option(id, { nil: undefined }), type, body: bytes }).map(({ action, type, body }) => ({
    headers: { 'content-type': type, ...(action !== undefined && { 'next-action': action }) },
    body,
    told: JSON.stringify({ action, type, body: body.toString('latin1').slice(0, 600) }),
  }))
}

type Field = { name: string; text: string; file: string | undefined }

const encode = (fields: readonly Field[]): Buffer =>
  Buffer.from(
    [
      ...fields.map(({ name, text, file }) => {
        const fileName = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`
        return `--b\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n${text}\r\n`
      }),
      '--b--\r\n',
    ].join(''),
  )

const cut = (bytes: Buffer, at: number | undefined): Buffer =>
  at === undefined ? bytes : bytes.subarray(0, Math.floor(bytes.length * at))
