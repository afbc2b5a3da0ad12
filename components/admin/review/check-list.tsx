import type { Check } from '@/lib/features/publish-checks/checklist'
import type { PublishPreview, PreviewedRecord } from '@/lib/features/review/publish-preview'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages, localizeMessage } from '@/components/admin/admin-messages'

/** Publishing checklist. Each open item links to the field to fix. */
export const CheckList = ({ preview, lang }: { preview: PublishPreview; lang: Lang }) => {
  const t = adminMessages(lang)
  const remaining = preview.drafts.reduce((sum, draft) => sum + blockerCount(draft), preview.problem ? 1 : 0)
  return (
    <>
      <p>{remaining === 0 ? t('review.ready') : t('review.notReady', { count: remaining })}</p>
      {preview.problem && <p className="notice mt-3">{localizeMessage(lang, preview.problem)}</p>}
      {preview.drafts.map((draft, at) =>
        at === 0 ? (
          <Checks key={draft.id} draft={draft} lang={lang} />
        ) : (
          <details key={draft.id} className="checks-of" open={blockerCount(draft) > 0}>
            <summary>
              {t(`entries.recordType.${draft.type}`)}: {draft.title || t('review.untitled')}{' '}
              <span className="quiet">
                {blockerCount(draft) ? t('review.notReady', { count: blockerCount(draft) }) : t('review.ready')}
              </span>
            </summary>
            <Checks draft={draft} lang={lang} />
          </details>
        ),
      )}
    </>
  )
}

const Checks = ({ draft, lang }: { draft: PreviewedRecord; lang: Lang }) => {
  const t = adminMessages(lang)
  return (
    <ul className="checks">
      <FormCheck draft={draft} lang={lang} />
      {draft.checks.map((check) => (
        <li key={check.name} data-state={check.state}>
          <span className="check-state">{t(`review.${check.state}`)}</span>
          <div>
            {t(`review.check.${check.name}`)}
            <Places check={check} draft={draft} lang={lang} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Number of checks that block publishing. */
const blockerCount = ({ checks, issues }: PreviewedRecord): number =>
  checks.filter(({ state }) => state === 'missing').length + (Object.keys(issues).length ? 1 : 0)

export const canPublish = ({ drafts, problem }: PublishPreview): boolean =>
  !problem && drafts.every((draft) => blockerCount(draft) === 0)

/** Link to a field in the editor. */
const fieldOf = (draft: PreviewedRecord, path: string): string => `/admin/entries/${draft.id}${path ? `#${path}` : ''}`

const Places = ({ check, draft, lang }: { check: Check; draft: PreviewedRecord; lang: Lang }) => {
  const t = adminMessages(lang)
  if (check.state === 'done') return null
  const label = check.state === 'look' ? t('review.looking.words') : t(`review.todo.${check.name}`)
  const href = (path: string) =>
    check.name === 'named' ? '#together' : check.name === 'second' ? '#steps' : fieldOf(draft, path)
  return (
    <ul className="check-places">
      {check.places.map(({ path, about }) => (
        <li key={path + (about ?? '')}>
          <a href={href(path)}>{label}</a>
          {about && <span className="quiet"> · {about}</span>}
        </li>
      ))}
    </ul>
  )
}

const FormCheck = ({ draft, lang }: { draft: PreviewedRecord; lang: Lang }) => {
  const t = adminMessages(lang)
  const issues = Object.entries(draft.issues)
  return (
    <li data-state={issues.length ? 'missing' : 'done'}>
      <span className="check-state">{t(issues.length ? 'review.missing' : 'review.done')}</span>
      <div>
        {t('review.check.form')}
        {issues.length > 0 && (
          <ul className="check-places">
            {issues.map(([path, messages]) => (
              <li key={path}>
                <a href={fieldOf(draft, path)}>{messages.map((one) => localizeMessage(lang, one)).join(' ')}</a>
                {path && <span className="quiet"> · {path}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
