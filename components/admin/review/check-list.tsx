import type { Check } from '@/lib/features/publish-checks/checklist'
import type { PublishPreview, PreviewedRecord } from '@/lib/features/review/publish-preview'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages, inWords } from '@/components/admin/admin-messages'

/** The list of what has to be right: what is not leads to the field where it is mended. */
export const CheckList = ({ rehearsal, lang }: { rehearsal: PublishPreview; lang: Lang }) => {
  const t = adminMessages(lang)
  const left = rehearsal.drafts.reduce((sum, draft) => sum + leftIn(draft), rehearsal.problem ? 1 : 0)
  return (
    <>
      <p>{left === 0 ? t('review.ready') : t('review.notReady', { count: left })}</p>
      {rehearsal.problem && <p className="notice mt-3">{rehearsal.problem}</p>}
      {rehearsal.drafts.map((draft, at) =>
        at === 0 ? (
          <Checks key={draft.id} draft={draft} lang={lang} />
        ) : (
          <details key={draft.id} className="checks-of" open={leftIn(draft) > 0}>
            <summary>
              {t(`entries.recordType.${draft.type}`)}: {draft.title || t('review.untitled')}{' '}
              <span className="quiet">
                {leftIn(draft) ? t('review.notReady', { count: leftIn(draft) }) : t('review.ready')}
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

/** How many things stop a draft. */
const leftIn = ({ checks, issues }: PreviewedRecord): number =>
  checks.filter(({ state }) => state === 'missing').length + (Object.keys(issues).length ? 1 : 0)

export const canPublish = ({ drafts, problem }: PublishPreview): boolean =>
  !problem && drafts.every((draft) => leftIn(draft) === 0)

/** The field of the editor where something is mended. */
const fieldOf = (draft: PreviewedRecord, path: string): string => `/admin/entries/${draft.id}${path ? `#${path}` : ''}`

const Places = ({ check, draft, lang }: { check: Check; draft: PreviewedRecord; lang: Lang }) => {
  const t = adminMessages(lang)
  if (check.state === 'done') return null
  const said = check.state === 'look' ? t('review.looking.words') : t(`review.todo.${check.name}`)
  const href = (path: string) =>
    check.name === 'named' ? '#together' : check.name === 'second' ? '#steps' : fieldOf(draft, path)
  return (
    <ul className="check-places">
      {check.places.map(({ path, about }) => (
        <li key={path + (about ?? '')}>
          <a href={href(path)}>{said}</a>
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
                <a href={fieldOf(draft, path)}>{messages.map((one) => inWords(lang, one)).join(' ')}</a>
                {path && <span className="quiet"> · {path}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
