import { createElement, Fragment } from 'react'
import { expect, test } from 'vitest'
import { svgOf, wrapped } from '@/components/public/figures/figure-file'
import { markup } from '@/components/public/figures/markup'

test('a figure is serialized with SVG attributes, without classes, and escaped', () => {
  const drawing = createElement(
    'g',
    { className: 'map', strokeWidth: 2, patternUnits: 'userSpaceOnUse', textAnchor: 'end' },
    createElement(Fragment, null, 'St. Mary’s & <City>', null, false),
    [createElement('path', { key: 1, d: 'M0 0', fill: undefined })],
  )
  expect(markup(drawing)).toBe(
    '<g stroke-width="2" patternUnits="userSpaceOnUse" text-anchor="end">St. Mary’s &amp; &lt;City&gt;<path d="M0 0"/></g>',
  )
})

test('a file includes its texts, or omits them for the renderer', () => {
  const figure = {
    name: 'test',
    width: 10,
    height: 10,
    shapes: createElement('path', { d: 'M0 0' }),
    texts: [{ x: 1, y: 2, text: 'Title', size: 12, strong: true }],
  }
  expect(svgOf(figure)).toContain('>Title</text>')
  expect(svgOf(figure, false)).not.toContain('<text')
  expect(svgOf(figure)).not.toMatch(/style=|class=|<script/)
})

test('long lines wrap between words without losing any', () => {
  const text = 'one two three four five six seven'
  expect(wrapped(text, 12).join(' ')).toBe(text)
  expect(wrapped(text, 12).every((line) => line.length <= 12)).toBe(true)
})
