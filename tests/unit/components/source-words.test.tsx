import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'

const HIDDEN = ['\u00AD', '\u200B', '\u200E', '\u202E', '\u2066', '\u2069', '\uFEFF', '\u{E0041}']

test.each(HIDDEN)(
  '%j in a source’s words neither hides nor turns anything on the page, which says that it is there',
  (one) => {
    const text = `We will not noti${one}fy agents`
    expect(renderToStaticMarkup(<SourceWords text={text} />)).toBe('<bdi>We will not notify agents</bdi>')
    const code = `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    for (const [lang, words] of [
      ['en', 'can’t be seen'],
      ['es', 'no se ven'],
    ] as const) {
      const said = renderToStaticMarkup(<HiddenCharacters texts={[text, null]} lang={lang} />)
      expect(said).toContain(words)
      expect(said).toContain(code)
    }
  },
)

test('a page says nothing about words without such characters', () =>
  expect(renderToStaticMarkup(<HiddenCharacters texts={['“no” 🤷🏽‍♀️ می‌خواهم']} lang="en" />)).toBe(''))
