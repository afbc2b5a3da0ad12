import { COLOUR } from '@/components/public/social-preview/design-tokens'

type Attributes = Record<string, string | number>

/** What a line or an area of a figure is for. On a page a class of components/styles/figures.css says how it looks. */
const ATTRIBUTES = {
  paper: { fill: COLOUR.paper },
  /** Its fill is a pattern. */
  land: { stroke: COLOUR.edge, strokeWidth: 0.75, strokeLinejoin: 'round' },
  county: { fill: COLOUR.paper, stroke: COLOUR.rule, strokeWidth: 0.75, strokeLinejoin: 'round' },
  border: { fill: 'none', stroke: COLOUR.edge, strokeWidth: 0.75, strokeLinejoin: 'round' },
  frame: { fill: COLOUR.paper, stroke: COLOUR.ink, strokeWidth: 1 },
  line: { fill: 'none', stroke: COLOUR.ink, strokeWidth: 1 },
  thick: { fill: 'none', stroke: COLOUR.ink, strokeWidth: 1.5 },
  hair: { fill: 'none', stroke: COLOUR.rule, strokeWidth: 1 },
  blank: { fill: COLOUR.paper, stroke: COLOUR.ink, strokeWidth: 0.75 },
  solid: { fill: COLOUR.ink },
  grey: { fill: COLOUR.edge },
  texture: { fill: 'none', stroke: COLOUR.quiet, strokeWidth: 0.9 },
  light: { fill: 'none', stroke: COLOUR.paper, strokeWidth: 1.25 },
  step1: { fill: COLOUR.steps[0] },
  step2: { fill: COLOUR.steps[1] },
  step3: { fill: COLOUR.steps[2] },
  step4: { fill: COLOUR.steps[3] },
  step5: { fill: COLOUR.steps[4] },
} as const satisfies Record<string, Attributes>

export type Role = keyof typeof ATTRIBUTES
export type FigureColors = (role: Role) => Attributes | { className: string }

/** On a page: classes, which know light and dark. The policy of a page allows no other style. */
export const pageColors: FigureColors = (role) => ({ className: `fig-${role}` })

/** In a file: attributes, so that it looks the same everywhere. */
export const fileColors: FigureColors = (role) => ATTRIBUTES[role]
