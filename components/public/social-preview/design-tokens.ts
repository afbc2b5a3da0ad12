/** Light colors of components/styles/tokens.css, for images and icons, which have no style sheet. */
export const COLORS = {
  paper: '#fbfaf7',
  ink: '#1c1b18',
  quiet: '#5c584f',
  rule: '#d8d3c7',
  edge: '#827d72',
  accent: '#0b5d5e',
  steps: ['#542788', '#8073ac', '#b8b1a6', '#e08214', '#b35806'],
} as const

/** Font families as registered in app/og/fonts.ts; the second has the rarer letters. */
export const SERIF = 'Serif, Serif Ext'
export const SANS = 'Sans, Sans Ext'
