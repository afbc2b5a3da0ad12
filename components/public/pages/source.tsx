import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Source } from '@/lib/records/sources/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RecordHead, Section } from '@/components/public/layout/section'
import { DateWithWording } from '@/components/ui/date-text'
import { Localized } from '@/components/ui/localized-text'
import { SourceLinks } from '@/components/ui/source-line'
import { ActionList } from '@/components/public/records/action-list'
import { OldVersion, RecordFooter } from '@/components/public/records/record-footer'
import { PolicyList, StatementList } from '@/components/public/records/record-lists'
import { Captures, Leads, SourceLineage } from '@/components/public/records/source-parts'
import { SourceTable } from '@/components/public/records/source-table'
import { StanceTable } from '@/components/public/records/stance-table'
import { translator } from '@/lib/platform/i18n/translate'

type Props = {
  source: Source
  current: number
  statements: readonly Statement[]
  policies: readonly Policy[]
  stances: readonly Stance[]
  actions: readonly FederalAction[]
  copies: readonly Source[]
  lang: Lang
}

export const SourcePage = ({ source, current, statements, policies, stances, actions, copies, lang }: Props) => {
  const t = translator(lang)
  const cited = statements.length + policies.length + stances.length + actions.length > 0
  return (
    <article>
      <OldVersion record={source} current={current} lang={lang} />
      <RecordHead
        title={<span lang="en">{source.title}</span>}
        margin={
          <>
            <p>{SOURCE_KIND[source.kind][lang]}</p>
            <DateWithWording date={source.published} lang={lang} start />
          </>
        }
      >
        <p>
          {source.outlet}
          {source.authors.length > 0 && `. ${t('source.authors')} ${source.authors.join(', ')}`}
        </p>
        <SourceLineage lineage={source.lineage} lang={lang} />
        <div className="mt-3">
          <SourceLinks url={source.url} archiveUrl={source.archiveUrl} lang={lang} />
        </div>
        {source.note && (
          <p className="mt-4 max-w-[66ch]">
            <Localized text={source.note} lang={lang} />
          </p>
        )}
      </RecordHead>
      <Section title={t('source.cited')} wide>
        {!cited && <p>{t('source.noneCited')}</p>}
        <div className="space-y-6">
          {stances.length > 0 && <StanceTable stances={stances} lang={lang} bodies />}
          {actions.length > 0 && <ActionList actions={actions.map((action) => ({ action }))} lang={lang} />}
          {statements.length > 0 && <StatementList statements={statements} lang={lang} />}
          {policies.length > 0 && <PolicyList policies={policies} lang={lang} />}
        </div>
      </Section>
      {copies.length > 0 && (
        <Section title={t('source.copies')} about={t('source.copiesAbout')}>
          <SourceTable sources={copies} lang={lang} />
        </Section>
      )}
      <Leads leads={source.leads} lang={lang} />
      <Captures captures={source.captures} lang={lang} />
      <RecordFooter record={source} lang={lang} />
    </article>
  )
}
