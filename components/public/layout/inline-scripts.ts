import { SIZE_SCRIPT } from '@/components/public/embeds/size-script'
import { THEME_SCRIPT } from './theme-script'

/**
 * All inline scripts of the site. The Content-Security-Policy of a page allows exactly these, by their hashes
 * (server/stages/content-security-policy.ts): whatever else a page contains does not run.
 */
export const INLINE_SCRIPTS = { theme: THEME_SCRIPT, embedSize: SIZE_SCRIPT } as const
