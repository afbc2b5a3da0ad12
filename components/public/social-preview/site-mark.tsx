import { COLORS } from './design-tokens'

/** Site mark as in app/icon.svg. */
export const SiteMark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="4" fill={COLORS.accent} />
    <path d="M7 6v20" stroke={COLORS.paper} strokeWidth="2" />
    <path d={QUOTE} fill={COLORS.paper} />
  </svg>
)

const QUOTE =
  'M16.6 9c-3.6 1.3-6 4.6-6 8.5 0 2.9 1.5 4.8 3.8 4.8 2 0 3.4-1.4 3.4-3.4s-1.3-3.3-3.2-3.3h-.5c.3-1.8 1.5-3.3 3.2-4.2zM26 9c-3.6 1.3-6 4.6-6 8.5 0 2.9 1.5 4.8 3.8 4.8 2 0 3.4-1.4 3.4-3.4s-1.3-3.3-3.2-3.3h-.5c.3-1.8 1.5-3.3 3.2-4.2z'
