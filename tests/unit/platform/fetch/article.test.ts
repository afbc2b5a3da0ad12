import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleIn } from '@/lib/platform/fetch/article'
import { edtfOf } from '@/lib/platform/fetch/page-metadata'
import { tidyText } from '@/lib/platform/fetch/tidy-text'

const read = (text: string, kind: 'html' | 'text' = 'html') =>
  articleIn({ finalUrl: 'https://www.paper.example/a', kind, text })

const filler = 'The council met for three hours, heard forty people and took no vote before it went home. '.repeat(4)

const html = (head = '', body = '') => `<!doctype html><html lang="en-US"><head><title>Chief speaks | The Paper</title>
  ${head}</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
  <article><h1>Chief speaks</h1><p>Police Chief Ana Peña said her officers have “no plans   to join
  any raids,” and went <b>on</b>.</p><p>${filler}</p>${body}<p>${filler}</p>
  <script>document.title = 'changed'</script></article><footer>Copyright. All rights reserved.</footer></body></html>`

const LD = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
  "headline":"The chief’s answer","datePublished":"2025-01-22T18:04:00-07:00","publisher":{"name":"The Paper"},
  "author":[{"@type":"Person","name":"Luz Ortega"},{"name":"Sam Hill"}]}]}</script>`

describe('an article', () => {
  test('consists of its paragraphs verbatim, without the page around them', () => {
    const { text } = read(html())
    const paragraphs = text.split('\n\n')
    expect(paragraphs).toContain(
      'Police Chief Ana Peña said her officers have “no plans to join any raids,” and went on.',
    )
    expect(text).not.toMatch(/Home|Copyright|changed/)
  })

  test('has the title, outlet, authors, date and language that the page states', () => {
    expect(read(html(LD))).toMatchObject({
      title: 'The chief’s answer',
      outlet: 'The Paper',
      authors: ['Luz Ortega', 'Sam Hill'],
      published: '2025-01-22',
      lang: 'en',
    })
  })

  test('falls back to meta elements', () => {
    const head = `<meta property="og:title" content="Chief &amp; council"><meta property="og:site_name" content="The Paper">
      <meta name="author" content="Luz Ortega"><meta property="article:published_time" content="2025-01-22">`
    expect(read(html(head))).toMatchObject({
      title: 'Chief & council',
      outlet: 'The Paper',
      authors: ['Luz Ortega'],
      published: '2025-01-22',
    })
  })

  test('omits what the page does not state', () => {
    expect(read(html())).toMatchObject({
      title: 'Chief speaks | The Paper',
      outlet: 'paper.example',
      authors: [],
      published: null,
    })
    expect(
      read('<script type="application/ld+json">{broken</script><script type="application/ld+json">[null,3]</script>'),
    ).toMatchObject({ title: null, text: '' })
  })

  test('of plain text is that text', () => {
    expect(read('One.\r\n\r\n\r\n\r\nTwo  “x” \n', 'text')).toMatchObject({ text: 'One.\n\nTwo  “x”', title: null })
  })

  test('keeps list items, quotations and line breaks apart', () => {
    const { text } = read(
      html('', '<ul><li>First point of several.</li><li>Second point of several.</li></ul><p>One<br>two</p>'),
    )
    expect(text).toContain('First point of several.\n\nSecond point of several.')
    expect(text).toContain('One\ntwo')
  })

  test('nested deeper than the call stack does not crash', () => {
    expect(read(`<body>${'<div>'.repeat(5_000)}deep`).text).toBeTypeOf('string')
  })

  test('of any markup does not crash and runs no script', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<script>',
            '<table>',
            '<svg>',
            '</div>',
            '<!--',
            'words ',
            '&amp;',
            '<a href=',
            '"',
            '<template>',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          expect(read(parts.join('')).text).toBeTypeOf('string')
        },
      ),
      { numRuns: 60 },
    ))
})

describe('a time stamp', () => {
  test.each([
    ['2025-01-29T16:31:39-05:00', '2025-01-29'],
    ['2025-01-29', '2025-01-29'],
    ['2025-01', '2025-01'],
    ['2025', '2025'],
    ['2025-01-29T23:31:39Z', '2025-01-29'],
    ['2025-01-30T02:00:00Z', '2025-01-29/2025-01-30'],
    ['2025-01-30T02:00:00.000+0000', '2025-01-29/2025-01-30'],
    ['2025-13-40', null],
    ['January 29, 2025', null],
    ['', null],
  ])('%s is %s', (stamp, edtf) => expect(edtfOf(stamp)).toBe(edtf))
})

test('cleanup is idempotent and changes no word', () =>
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text))
      expect(tidyText(text).replace(/[\s\0\uFEFF]/g, '')).toBe(text.replace(/[\s\0\uFEFF]/g, ''))
    }),
  ))
