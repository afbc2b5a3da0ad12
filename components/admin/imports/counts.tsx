import type { Lang } from '@/lib/platform/i18n/locale'
import type { RowCounts } from '@/lib/platform/imports/queries'
import { ROW_ORDER } from './states'
import { adminMessages } from '@/components/admin/admin-messages'

/** Row counts by state: "41 ready · 3 refused". */
export const Counts = ({ lang, counts }: { lang: Lang; counts: RowCounts }) => {
  const t = adminMessages(lang)
  return ROW_ORDER.filter((state) => counts[state])
    .map((state) => t(`imports.counted.${state}`, { count: counts[state]! }))
    .join(' · ')
}
