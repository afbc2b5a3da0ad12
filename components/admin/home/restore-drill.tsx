import type { Lang } from '@/lib/platform/i18n/locale'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { DRILL_MAX_AGE_DAYS, type LastDrill } from '@/lib/platform/backups/restore-drill'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; drill: LastDrill | null; zone: string }

/** For administrators: when a backup was last restored as a test, and with what result. */
export const RestoreDrillNote = ({ lang, drill, zone }: Props) => {
  const t = adminMessages(lang)
  const when = (text: string) => formatTimestamp(new Date(text), zone, lang)
  return (
    <>
      <h2 className="small-label mt-6">{t('home.drill')}</h2>
      {drill ? (
        <p>
          {t(`home.drillOutcome.${drill.outcome}`, { at: when(drill.at), rows: drill.rows })}
          {drill.backupMade && ` ${t('home.drillBackup', { made: when(drill.backupMade) })}`}
        </p>
      ) : (
        <p>{t('home.drillNever')}</p>
      )}
      {drill && drill.isOld && <p>{t('home.drillOld', { days: DRILL_MAX_AGE_DAYS })}</p>}
      {(!drill || drill.outcome !== 'passed' || drill.isOld) && <p className="quiet">{t('home.drillHow')}</p>}
    </>
  )
}
