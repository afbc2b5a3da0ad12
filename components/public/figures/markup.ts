import { Fragment, type ReactElement, type ReactNode } from 'react'
import { escapeMarkup } from '@/lib/platform/text/escape-markup'

/** Attributes that SVG writes with hyphens; all others are written as they are. */
const HYPHENS = /^(stroke|fill|font|text|paint|dominant)(?=[A-Z])/
const SAME = new Set(['textLength'])

const attributeName = (name: string): string =>
  HYPHENS.test(name) && !SAME.has(name) ? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name

/** A drawing as the text of a file. It knows plain functions and elements: no hooks, no handlers, no classes. */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string' || typeof node === 'number') return escapeMarkup(String(node))
  if (Array.isArray(node)) return node.map(markup).join('')
  const { type, props } = node as ReactElement<Record<string, unknown>>
  if (type === Fragment) return markup(props.children as ReactNode)
  if (typeof type === 'function') return markup((type as (given: object) => ReactNode)(props))
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== 'children' && name !== 'className' && value !== undefined && value !== false)
    .map(([name, value]) => ` ${attributeName(name)}="${escapeMarkup(String(value))}"`)
  const inside = markup(props.children as ReactNode)
  return `<${String(type)}${attributes.join('')}${inside ? `>${inside}</${String(type)}>` : '/>'}`
}
