import { tidyText } from './tidy-text'

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
)
const LEFT_OUT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG BUTTON FORM'.split(' '))

type Node = { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<unknown> }

/**
 * The text of a page as a reader sees it: each block is a paragraph, and white space in a paragraph is collapsed as
 * browsers do. Other characters are neither added nor changed.
 */
export const paragraphsOf = (document: { body: unknown }): string => {
  const paragraphs: string[] = ['']
  const append = (text: string) => (paragraphs[paragraphs.length - 1] += text)
  // An explicit stack: a page may be nested deeper than the call stack allows.
  const stack: (Node | 'end')[] = [document.body as Node]
  while (stack.length) {
    const node = stack.pop()!
    if (node === 'end') paragraphs.push('')
    else if (node.nodeType === 3) append((node.textContent ?? '').replace(/[ \t\n\r\f]+/g, ' '))
    else if (node.nodeType === 1 && !LEFT_OUT.has(node.nodeName.toUpperCase())) {
      const name = node.nodeName.toUpperCase()
      if (name === 'BR') append('\n')
      if (BLOCKS.has(name)) {
        paragraphs.push('')
        stack.push('end')
      }
      stack.push(...([...node.childNodes] as Node[]).reverse())
    }
  }
  return tidyText(
    paragraphs
      .map((one) =>
        one
          .replace(/ {2,}/g, ' ')
          .replace(/ ?\n ?/g, '\n')
          .trim(),
      )
      .filter(Boolean)
      .join('\n\n'),
  )
}
