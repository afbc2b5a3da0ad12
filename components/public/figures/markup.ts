import { Fragment, type ReactElement, type ReactNode } from 'react'
import { escapeMarkup } from '@/lib/platform/text/escape-markup'

/** Attributes that SVG spells with hyphens. */
const HYPHENATED = /^(stroke|fill|font|text|paint|dominant)(?=[A-Z])/
const CAMEL_CASE = new Set(['textLength'])

const attributeName = (name: string): string =>
  HYPHENATED.test(name) && !CAMEL_CASE.has(name)
    ? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : name

/**
 * Serializes a React tree to markup. Supports elements and plain function components; no hooks, event handlers or
 * classes.
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string' || typeof node === 'number') return escapeMarkup(String(node))
  if (Array.isArray(node)) return node.map(markup).join('')
  const { type, props } = node as ReactElement<Record<string, unknown>>
  if (type === Fragment) return markup(props.children as ReactNode)
  if (typeof type === 'function') return markup((type as (props: object) => ReactNode)(props))
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== 'children' && name !== 'className' && value !== undefined && value !== false)
    .map(([name, value]) => ` ${attributeName(name)}="${escapeMarkup(String(value))}"`)
  const inside = markup(props.children as ReactNode)
  return `<${String(type)}${attributes.join('')}${inside ? `>${inside}</${String(type)}>` : '/>'}`
}
