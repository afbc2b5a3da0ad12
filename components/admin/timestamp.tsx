import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInstant } from '@/lib/platform/i18n/time-zones'

/** Formatted time in the site's time zone. */
export const Timestamp = ({ at, zone, lang }: { at: Date; zone: string; lang: Lang }) => (
  <time dateTime={at.toISOString()} className="nowrap">
    {formatInstant(at, zone, lang)}
  </time>
)
