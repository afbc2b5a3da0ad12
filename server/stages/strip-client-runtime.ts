import { isHtml } from '@/server/content-type'
import type { BodyStep } from '@/server/exchange'

/** The URL prefix of our own client scripts (components/client). */
export const CLIENT_SCRIPTS = '/_next/static/browser/'

/** Next's scripts, the data that they start from, and the hints that preload them. */
const CLIENT_RUNTIME = [
  new RegExp(`<script\\b[^>]*\\ssrc="(?!${CLIENT_SCRIPTS})/_next/[^"]*"[^>]*></script>`, 'g'),
  /<script\b[^>]*>\s*(?:\(self\.__next_f\b|self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>/g,
  /<link\b[^>]*\bas="script"[^>]*>/g,
]

/**
 * Removes Next's client runtime (134 kB) from a rendered page; styles and our own scripts stay. So `'use client'` does
 * nothing in the browser on a public page; tests/unit/server/use-client.test.ts checks for it.
 */
export const withoutClientRuntime = (html: string): string =>
  CLIENT_RUNTIME.reduce((rest, pattern) => rest.replace(pattern, ''), html)

export const stripClientRuntime: BodyStep = {
  name: 'strip-client-runtime',
  run: ({ res, info }, body) =>
    isHtml(res) && info.policy.stripClientRuntime ? Buffer.from(withoutClientRuntime(body.toString('utf8'))) : body,
}
