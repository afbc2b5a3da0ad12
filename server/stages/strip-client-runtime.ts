/** Where the build puts the programs that are our own (components/browser). */
export const PROGRAMS = '/_next/static/browser/'

/** Next's own files, the data that they start from, and the hints to load them early. */
const FRAMEWORK = [
  new RegExp(`<script\\b[^>]*\\ssrc="(?!${PROGRAMS})/_next/[^"]*"[^>]*></script>`, 'g'),
  /<script\b[^>]*>\s*(?:\(self\.__next_f\b|self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>/g,
  /<link\b[^>]*\bas="script"[^>]*>/g,
]

/** A finished page with nothing left of what would make it run in the browser; its styles and our own scripts stay. */
export const withoutFramework = (html: string): string =>
  FRAMEWORK.reduce((rest, piece) => rest.replace(piece, ''), html)
