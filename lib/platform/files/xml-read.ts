// Hand-written: the parts of a workbook are flat, and a parser without DTDs and nesting has nothing to attack.
import { cleanSourceText } from '@/lib/platform/text/clean-text'

/** An element: its unparsed attributes and its content. */
export type Element = { tag: string; inner: string }

/**
 * The elements of a name in document order, with any namespace prefix. Elements of that name must not be nested, which
 * holds for the parts of a workbook.
 */
export const elements = (xml: string, name: string): Element[] => {
  const found: Element[] = []
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>`, 'g')
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const tag = match[1]!
    if (tag.endsWith('/')) {
      found.push({ tag: tag.slice(0, -1), inner: '' })
      continue
    }
    end.lastIndex = pattern.lastIndex
    const closing = end.exec(xml)
    if (!closing) break
    found.push({ tag, inner: xml.slice(pattern.lastIndex, closing.index) })
    pattern.lastIndex = end.lastIndex
  }
  return found
}

export const attributesOf = ({ tag }: Element): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name,
      unescaped(double ?? single ?? ''),
    ]),
  )

export const attribute = (element: Element, name: string): string => attributesOf(element)[name] ?? ''

/** The text of the `<t>` elements without phonetic guides (`<rPh>`), or with `bare` the unescaped text itself. */
export const textOf = (xml: string, bare = false): string => {
  const text = bare
    ? xml
    : elements(xml.replace(/<(?:\w+:)?rPh\b(?:[^<]|<(?!(?:\w+:)?rPh\b))*?<\/(?:\w+:)?rPh>/g, ''), 't')
        .map(({ inner }) => inner)
        .join('')
  return unescaped(text).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  cleanSourceText(
    text
      .replace(/<!\[CDATA\[((?:[^<]|<(?!!\[CDATA\[))*?)\]\]>/g, '$1')
      .replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, code: string) => {
        if (!code.startsWith('#')) return NAMED[code] ?? whole
        const point = code[1] === 'x' ? parseInt(code.slice(2), 16) : Number(code.slice(1))
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole
      }),
  )
