import { COLORS } from '@/components/public/social-preview/design-tokens'

type Attributes = Record<string, string | number>

/** Roles of lines and areas in figures. On pages, the class of a role is styled by components/styles/figures.css. */
const ATTRIBUTES = {
  paper: { fill: COLORS.paper },
  /** Filled with a pattern. */
  land: { stroke: COLORS.edge, strokeWidth: 0.75, strokeLinejoin: 'round' },
  county: { fill: COLORS.paper, stroke: COLORS.rule, strokeWidth: 0.75, strokeLinejoin: 'round' },
  border: { fill: 'none', stroke: COLORS.edge, strokeWidth: 0.75, strokeLinejoin: 'round' },
  frame: { fill: COLORS.paper, stroke: COLORS.ink, strokeWidth: 1 },
  line: { fill: 'none', stroke: COLORS.ink, strokeWidth: 1 },
  thick: { fill: 'none', stroke: COLORS.ink, strokeWidth: 1.5 },
  hair: { fill: 'none', stroke: COLORS.rule, strokeWidth: 1 },
  blank: { fill: COLORS.paper, stroke: COLORS.ink, strokeWidth: 0.75 },
  solid: { fill: COLORS.ink },
  grey: { fill: COLORS.edge },
  texture: { fill: 'none', stroke: COLORS.quiet, strokeWidth: 0.9 },
  light: { fill: 'none', stroke: COLORS.paper, strokeWidth: 1.25 },
  step1: { fill: COLORS.steps[0] },
  step2: { fill: COLORS.steps[1] },
  step3: { fill: COLORS.steps[2] },
  step4: { fill: COLORS.steps[3] },
  step5: { fill: COLORS.steps[4] },
} as const satisfies Record<string, Attributes>

export type Role = keyof typeof ATTRIBUTES
export type FigureColors = (role: Role) => Attributes | { className: string }

/** Classes, because pages need dark mode and the CSP forbids inline styles. */
export const pageColors: FigureColors = (role) => ({ className: `fig-${role}` })

/** Attributes, because files have no style mapData. */
export const fileColors: FigureColors = (role) => ATTRIBUTES[role]
