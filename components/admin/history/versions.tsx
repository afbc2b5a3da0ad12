import { localize } from '@/lib/platform/i18n/locale'
import { formatTimestamp } from '@/lib/platform/i18n/time-zones'
import { AdminForm } from '@/components/admin/admin-form'
import { adminMessages } from '@/components/admin/admin-messages'
import type { HistoryProps } from './history'

/** Table of versions. Any two can be compared; any can be restored into a draft. */
export const Versions = ({ lang, record, zone, compared, may, actions }: HistoryProps) => {
  const t = adminMessages(lang)
  const { versions, draft } = record
  if (!versions.length) return <p>{t('history.noVersions')}</p>
  const chosen = (side: 'from' | 'to', value: string): boolean => {
    const now = compared?.[side]
    return now
      ? now.kind === 'draft'
        ? value === 'draft'
        : now.kind === 'version' && String(now.version) === value
      : false
  }
  const radio = (side: 'from' | 'to', value: string, label: string) => (
    <input
      type="radio"
      name={side}
      value={value}
      form="compare"
      defaultChecked={chosen(side, value)}
      aria-label={`${t(`history.${side}`)}: ${label}`}
    />
  )
  return (
    <>
      <table className="table table-stacks versions">
        <thead>
          <tr>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.why')}</th>
            <th scope="col">{t('history.compare')}</th>
            <th scope="col">
              <span className="sr-only">{t('history.restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft && (
            <tr>
              <th scope="row">
                <a href={`/admin/entries/${draft.id}`}>{t('history.draft')}</a>
              </th>
              <td data-column={t('history.who')}>
                {draft.by ?? t('history.nobody')}
                <span className="quiet table-when">{formatTimestamp(draft.updatedAt, zone, lang)}</span>
              </td>
              <td aria-hidden="true" />
              <td data-column={t('history.compare')} className="nowrap">
                {radio('from', 'draft', t('history.draft'))} {radio('to', 'draft', t('history.draft'))}
              </td>
              <td aria-hidden="true" />
            </tr>
          )}
          {versions.map(({ version, kind, reason, by, at }) => {
            const name = t('history.version', { version })
            const why = reason && localize(reason, lang)
            return (
              <tr key={version}>
                <th scope="row">
                  {record.path && kind !== 'withdrawn' ? (
                    <a href={`${record.path}?version=${version}`}>{name}</a>
                  ) : (
                    name
                  )}
                  <span className="quiet table-when">{t(`history.kind.${kind}`)}</span>
                </th>
                <td data-column={t('history.who')}>
                  {by ?? t('history.nobody')}
                  <span className="quiet table-when">{formatTimestamp(at, zone, lang)}</span>
                </td>
                <td data-column={t('history.why')} lang={why?.lang}>
                  {why?.text}
                </td>
                <td data-column={t('history.compare')} className="nowrap">
                  {radio('from', String(version), name)} {radio('to', String(version), name)}
                </td>
                <td>
                  {may.write && (
                    <AdminForm lang={lang} action={actions.restore}>
                      <input type="hidden" name="type" value={record.type} />
                      <input type="hidden" name="recordId" value={record.recordId} />
                      <input type="hidden" name="version" value={version} />
                      <button type="submit" className="link-button" aria-label={`${t('history.restore')}: ${name}`}>
                        {t('history.restore')}
                      </button>
                    </AdminForm>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {versions.length + (draft ? 1 : 0) > 1 && (
        <form id="compare" method="get" action="#changes" className="mt-3">
          <button type="submit" className="button-plain">
            {t('history.pick')}
          </button>
        </form>
      )}
      <p className="quiet mt-3">
        {t('history.restoreAbout')} {draft && t('history.restoreOver')}
      </p>
    </>
  )
}
