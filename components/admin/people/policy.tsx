import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import type { SitePolicy } from '@/lib/platform/site-policy/site-policy'
import { timeZoneOptions } from '@/lib/platform/i18n/time-zones'
import { Choices } from '@/components/admin/choices'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { SelectField } from '@/components/admin/select-field'
import { adminMessages } from '@/components/admin/admin-messages'
import { PeopleDone } from './done'

type Props = {
  lang: Lang
  policy: SitePolicy
  /** Public lists of which a file can be approved. */
  lists: readonly { kind: string; label: LocalizedText }[]
  done: unknown
  action: FormAction
}

/** Site-wide settings for administrators. */
export const PolicyPage = ({ lang, policy, lists, done, action }: Props) => {
  const t = adminMessages(lang)
  return (
    <>
      <PeopleDone lang={lang} done={done} />
      <AdminForm lang={lang} action={action} className="admin-form">
        <Choices
          name="publishOwn"
          legend={t('people.publishOwn')}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`people.publishOwnIs.${value}`),
            about: t(`people.publishOwnAbout.${value}`),
          }))}
          chosen={policy.publishOwn ? 'yes' : 'no'}
        />
        <fieldset className="field">
          <legend>{t('people.approvedFiles')}</legend>
          <p className="quiet">{t('people.approvedFilesAbout')}</p>
          {lists.map(({ kind, label }) => {
            const file = policy.approvedFiles[kind]
            return (
              <Field
                key={kind}
                name={`approvedFiles.${kind}`}
                label={label[lang]}
                defaultValue={file ? `${file.sha256}  ${file.fileName}` : ''}
              />
            )
          })}
        </fieldset>
        <SelectField
          name="timeZone"
          label={t('people.timeZone')}
          about={t('people.timeZoneAbout')}
          options={timeZoneOptions(policy.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={policy.timeZone}
        />
        <button type="submit" className="button">
          {t('accounts.save')}
        </button>
      </AdminForm>
    </>
  )
}
