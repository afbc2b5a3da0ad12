import type { Operation } from '@/lib/features/api/operations'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'
import { ApiOperation } from './api-operation'
import { ApiSchema } from './api-schema'

type Props = {
  base: string
  operations: readonly Operation[]
  schemas: Readonly<Record<string, object>>
  limits: { read: number; export: number }
  lang: Lang
}

const RULES = ['rulePaging', 'ruleStrict', 'ruleErrors', 'ruleFresh', 'ruleFiles', 'ruleEmbeds'] as const

/** API reference generated from the OpenAPI document. */
export const ApiPage = ({ base, operations, schemas, limits, lang }: Props) => {
  const t = translator(lang)
  return (
    <article>
      <PageHead title={t('api.title')}>
        <p className="lede">{t('api.lead')}</p>
        <dl className="facts mt-4">
          <dt>{t('api.base')}</dt>
          <dd>
            <code className="wrap-anywhere">{base}</code>
          </dd>
          <dt>{t('api.document')}</dt>
          <dd>
            <a href="/api/v1/openapi.json">openapi.json</a>
          </dd>
        </dl>
      </PageHead>
      <Section title={t('api.limits')}>
        <p className="reading">{t('api.limitsAbout', { read: limits.read, export: limits.export })}</p>
      </Section>
      <Section title={t('api.rules')}>
        <ul className="reading list-disc space-y-2 pl-5">
          {RULES.map((rule) => (
            <li key={rule}>{t(`api.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('api.requests')} id="requests" wide>
        {operations.map((one) => (
          <ApiOperation key={one.id} operation={one} base={base} lang={lang} />
        ))}
      </Section>
      <Section title={t('api.schemas')} id="schemas" wide>
        {Object.entries(schemas).map(([name, schema]) => (
          <ApiSchema key={name} name={name} schema={schema} lang={lang} />
        ))}
      </Section>
    </article>
  )
}
