import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CompareForm } from '@/components/admin/editor/compare-form'
import { editorMessages } from '@/components/admin/editor/editor-messages'
import { FieldChanges } from '@/components/public/reference/field-changes'
import { translator } from '@/lib/platform/i18n/translate'
import { createWordComparison } from '@/lib/text/word-differences'

const field = {
  kind: 'text',
  name: 'note',
  label: 'Note',
  long: true,
  most: null,
  required: false,
  blank: 'absent',
} as const
const words = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ')

const table = (pairs: [string, string][]) =>
  renderToStaticMarkup(
    <FieldChanges
      lang="en"
      changes={pairs.map(([before, after], at) => ({ name: `${at}`, label: { en: '', es: '' }, before, after }))}
    />,
  )
const form = (pairs: [string, string][]) =>
  renderToStaticMarkup(
    <CompareForm
      lang="en"
      messages={editorMessages('en')}
      id="x"
      save={1}
      other={{ kind: 'aside', id: '1' }}
      titles={{ now: 'now', other: 'other' }}
      differences={pairs.map(([other, now], at) => ({ path: `p${at}`, trail: [], field, now, other, changed: 'now' }))}
      names={{}}
      action={async () => null as never}
    />,
  )

describe.each([
  ['a table of changes', table, translator('en')('corrections.unmarked'), 'ins'],
  ['the form that compares two states', form, editorMessages('en').unmarked, 'mark'],
] as const)('%s', (_, render, message, mark) => {
  test('marks the words that differ', () => {
    const html = render([['a long list', 'a short list']])
    expect(html).toContain(`<${mark}>short</${mark}>`)
    expect(html).not.toContain(message)
  })

  test('shows texts without marks, and says so, once it has compared enough', () => {
    const html = render([
      ['a long list', 'a short list'],
      [words('a', 100_000), words('b', 100_000)],
      ...Array.from({ length: 300 }, (_, at): [string, string] => [words(`c${at}`, 100), words(`d${at}`, 100)]),
    ])
    expect(html).toContain(`<${mark}>short</${mark}>`)
    expect(html.split(message)).toHaveLength(2)
    expect(html).toContain('b99999')
    expect(html).toContain('d299')
    expect(html.match(/<(ins|mark)>/g)!.length).toBeLessThan(6_000)
  })
})

test('the texts that one page compares have a limit in all', () => {
  const compare = createWordComparison(1_000)
  let compared = 0
  for (let at = 0; at < 1_000; at++) if (compare('a '.repeat(at % 200), 'b ')) compared += 2 * (at % 200) + 2
  expect(compared).toBeLessThanOrEqual(1_000)
  expect(compare('a'.repeat(1_000_000), 'b'.repeat(1_000_000))).toBeNull()
})
