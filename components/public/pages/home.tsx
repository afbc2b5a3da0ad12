import type { ComponentProps } from 'react'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Statement } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Section } from '@/components/public/layout/section'
import { MapTable } from '@/components/public/map/map-table'
import { StanceMapFigure } from '@/components/public/map/stance-map'
import { ActionList } from '@/components/public/records/action-list'
import { EvidenceCard } from '@/components/public/records/evidence-card'
import { PolicyCard } from '@/components/public/records/policy-card'
import { Balance } from '@/components/public/records/balance'
import { href, translator } from '@/lib/platform/i18n/translate'
import { SearchForm } from './search-form'

type Props = Pick<ComponentProps<typeof StanceMapFigure>, 'map' | 'outline'> & {
  lang: Lang
  statements: readonly Statement[]
  policies: readonly Policy[]
  actions: readonly { action: FederalAction; answers: number }[]
  counts: ComponentProps<typeof Balance>['counts']
  balance: ComponentProps<typeof Balance>['balance']
}

const EXAMPLES = [
  { path: '/tx/el-paso', name: 'El Paso, Texas' },
  { path: '/il', name: 'Illinois' },
  { path: '/ca/huntington-beach', name: 'Huntington Beach, California' },
] as const

export const Home = ({ lang, map, outline, statements, policies, actions, counts, balance }: Props) => {
  const t = translator(lang)
  return (
    <>
      <div className="home-lead">
        <h1>{t('home.lead')}</h1>
        <div className="home-search">
          <SearchForm lang={lang} label={t('home.find')} />
          <p className="quiet mt-3">
            {t('home.example')}:{' '}
            {EXAMPLES.map((one, at) => (
              <span key={one.path}>
                {at > 0 && ' · '}
                <a href={href(lang, one.path)}>{one.name}</a>
              </span>
            ))}
          </p>
        </div>
      </div>
      <Section title={t('map.homeTitle')} link={href(lang, '/map')} about={t('map.homeAbout')} id="map" wide>
        <StanceMapFigure map={map} outline={outline} path="/" lang={lang} />
        <details className="mt-4">
          <summary className="small-label">{t('map.table')}</summary>
          <div className="mt-3">
            <MapTable map={map} lang={lang} />
          </div>
        </details>
      </Section>
      {statements.length > 0 && (
        <Section title={t('home.newest')} about={t('home.newestAbout')} wide>
          <ul className="entries">
            {statements.slice(0, 4).map((one) => (
              <li key={one.id}>
                <EvidenceCard statement={one} lang={lang} />
              </li>
            ))}
            {policies.slice(0, 2).map((one) => (
              <li key={one.id}>
                <PolicyCard policy={one} lang={lang} />
              </li>
            ))}
          </ul>
          <p className="inline-list mt-4">
            <a href={href(lang, '/statements')}>{t('home.allStatements')}</a>
            <a href={href(lang, '/policies')}>{t('home.allPolicies')}</a>
          </p>
        </Section>
      )}
      {actions.length > 0 && (
        <Section title={t('home.actions')} about={t('home.actionsAbout')}>
          <ActionList actions={actions} lang={lang} />
          <p className="mt-4">
            <a href={href(lang, '/federal-actions')}>{t('home.allActions')}</a>
          </p>
        </Section>
      )}
      <Section title={t('home.balance')} about={t('home.balanceAbout')}>
        <Balance counts={counts} balance={balance} lang={lang} />
      </Section>
    </>
  )
}
