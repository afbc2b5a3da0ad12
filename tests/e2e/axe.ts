import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Check = 'everything' | 'contrast' | 'everything but contrast'

const RULES: Record<Check, Record<string, { enabled: boolean }>> = {
  everything: { 'target-size': { enabled: true } },
  contrast: {},
  'everything but contrast': { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } },
}

/**
 * The violations that axe finds on the page, one line each. Axe runs in the page itself and reports violations only: a
 * separate page for the result and a list of passed rules would take longer than the checks.
 */
export async function found(page: Page, check: Check = 'everything', impacts?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], rules: RULES[check] }).setLegacyMode()
  const { violations } = await (check === 'contrast' ? axe.withRules('color-contrast') : axe).analyze()
  return violations
    .filter(({ impact }) => !impacts || impacts.includes(impact ?? ''))
    .map(({ id, nodes }) => `${page.url()}, ${check}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
}

/** Violations with serious or critical impact. */
export const serious = (page: Page, check?: Check) => found(page, check, ['serious', 'critical'])
