import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { OfficialTable } from '@/components/public/records/official-table'
import { OrganizationTable } from '@/components/public/records/organization-table'
import { PlaceTable } from '@/components/public/records/place-table'
import { PolicyList, StatementList } from '@/components/public/records/record-lists'
import { href, translator } from '@/lib/platform/i18n/translate'
import { SearchForm } from './search-form'

type Props = {
  q: string
  found: {
    places: readonly Jurisdiction[]
    namesakes: number
    officials: readonly Official[]
    organizations: readonly Organization[]
    statements: readonly Statement[]
    policies: readonly Policy[]
  }
  /** Record types of the name matches, best match first. */
  order: readonly string[]
  lang: Lang
}

export const SearchPage = ({ q, found, order, lang }: Props) => {
  const t = translator(lang)
  const { namesakes, ...lists } = found
  const { places, officials, organizations, statements, policies } = lists
  const count = Object.values(lists).reduce((sum, rows) => sum + rows.length, 0)
  const names = [
    { type: 'jurisdictions', count: places.length, table: <PlaceTable places={places} lang={lang} /> },
    { type: 'officials', count: officials.length, table: <OfficialTable officials={officials} lang={lang} /> },
    {
      type: 'organizations',
      count: organizations.length,
      table: <OrganizationTable organizations={organizations} lang={lang} />,
    },
  ] as const
  const shown = names.filter((one) => one.count > 0).toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
  return (
    <>
      <PageHead title={t('search.title')}>
        <div className="home-search max-w-[50rem]">
          <SearchForm lang={lang} label={t('search.prompt')} q={q} />
        </div>
      </PageHead>
      {q && <h2 className="mb-4">{t('search.results', { count, q })}</h2>}
      {q && count === 0 && <p className="reading">{t('search.nothing')}</p>}
      {shown.map((one) => (
        <Section key={one.type} title={t(`recordType.${one.type}`)}>
          {one.table}
          {one.type === 'jurisdictions' && namesakes > places.length && (
            <p className="mt-3">
              <a href={href(lang, `/jurisdictions?q=${encodeURIComponent(`"${q}"`)}`)}>
                {t('search.namesakes', { count: namesakes, name: q })}
              </a>
            </p>
          )}
        </Section>
      ))}
      {statements.length > 0 && (
        <Section title={t('recordType.statements')} wide>
          <StatementList statements={statements} lang={lang} />
        </Section>
      )}
      {policies.length > 0 && (
        <Section title={t('recordType.policies')} wide>
          <PolicyList policies={policies} lang={lang} />
        </Section>
      )}
    </>
  )
}
