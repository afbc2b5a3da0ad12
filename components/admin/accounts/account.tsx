import type { SessionRow } from '@/lib/platform/auth/sessions'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { SelectField } from '@/components/admin/select-field'
import { adminMessages } from '@/components/admin/admin-messages'
import { Done } from './done'
import { Sessions } from './sessions'

type Props = {
  person: { name: string; email: string; lang: Lang; secondFactor: boolean; session: string }
  sessions: readonly SessionRow[]
  codesLeft: number
  zone: string
  done: unknown
  actions: { describe: FormAction; endOne: FormAction; endOthers: FormAction }
}

export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
]

export const AccountPage = ({ person, sessions, codesLeft, zone, done, actions }: Props) => {
  const { lang } = person
  const t = adminMessages(lang)
  return (
    <>
      <Done lang={lang} done={done} />
      <section className="admin-part" aria-labelledby="you">
        <h2 id="you">{t('accounts.you')}</h2>
        <AdminForm lang={lang} action={actions.describe} className="admin-form">
          <p>
            {t('accounts.email')}: <strong>{person.email}</strong>
          </p>
          <Field
            name="name"
            label={t('accounts.name')}
            about={t('accounts.nameAbout')}
            autoComplete="name"
            defaultValue={person.name}
            maxLength={100}
            required
          />
          <SelectField name="lang" label={t('accounts.language')} options={LANGUAGES} defaultValue={lang} />
          <button type="submit" className="button">
            {t('accounts.save')}
          </button>
        </AdminForm>
      </section>
      <section className="admin-part" aria-labelledby="signing-in">
        <h2 id="signing-in">{t('accounts.signingIn')}</h2>
        <dl className="admin-facts">
          <dt>{t('accounts.password')}</dt>
          <dd>
            <a href="/admin/account/password">{t('accounts.changePassword')}</a>
          </dd>
          <dt>{t('accounts.secondFactor')}</dt>
          <dd>
            {person.secondFactor ? t('accounts.isOn', { count: codesLeft }) : t('accounts.isOff')}{' '}
            <a href="/admin/account/second-factor">{t(person.secondFactor ? 'accounts.manage' : 'accounts.setUp')}</a>
          </dd>
        </dl>
      </section>
      <Sessions
        lang={lang}
        sessions={sessions}
        here={person.session}
        zone={zone}
        endOne={actions.endOne}
        endOthers={actions.endOthers}
      />
    </>
  )
}
