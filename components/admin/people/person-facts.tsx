import type { PersonRow } from '@/lib/platform/auth/queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'

export const PersonFacts = ({ lang, person, zone }: { lang: Lang; person: PersonRow; zone: string }) => {
  const t = adminMessages(lang)
  return (
    <dl className="admin-facts">
      <dt>{t('accounts.email')}</dt>
      <dd>{person.email}</dd>
      <dt>{t('people.role')}</dt>
      <dd>{t(`frame.role.${person.role}`)}</dd>
      {person.deactivatedAt && (
        <>
          <dt>{t('people.deactivated')}</dt>
          <dd>
            <Timestamp at={person.deactivatedAt} zone={zone} lang={lang} />
          </dd>
        </>
      )}
      <dt>{t('people.since')}</dt>
      <dd>
        <Timestamp at={person.since} zone={zone} lang={lang} />
      </dd>
      <dt>{t('people.lastSeen')}</dt>
      <dd>{person.lastSeen ? <Timestamp at={person.lastSeen} zone={zone} lang={lang} /> : t('people.never')}</dd>
      <dt>{t('people.secondFactor')}</dt>
      <dd>{t(person.secondFactor ? 'people.on' : 'people.off')}</dd>
      <dt>{t('people.work')}</dt>
      <dd>
        <a href={`/admin/changes?by=${person.id}`}>{t('people.whatTheyDid')}</a>
      </dd>
    </dl>
  )
}
