import type { ReactNode } from 'react'
import {
  BOUND,
  CODING,
  COOPERATION,
  DUTY,
  POSITION,
  type Position,
  SERVICES,
  type StanceValue,
} from '@/lib/vocabularies/stances'
import { EVIDENCE_GRADE, FIDELITY } from '@/lib/vocabularies/fidelity'
import { BASIS } from '@/lib/vocabularies/instruments'
import { AXIS, TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { TERMS, Term } from '@/components/public/layout/glossary'
import { PageHead, Section } from '@/components/public/layout/section'
import { PositionMark } from '@/components/ui/position-mark'
import { StanceMark } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'

const RULES = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** Methodology generated from the vocabularies that code the entries. */
export const MethodologyPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  const stance = (code: string) => <StanceMark value={code as StanceValue} lang={lang} />
  return (
    <article>
      <PageHead title={t('about.methodology')}>
        <p className="lede">{t('method.lead')}</p>
      </PageHead>
      <Section title={t('method.rules')}>
        <ol className="reading list-decimal pl-5">
          {RULES.map((rule) => (
            <li key={rule}>{t(`method.rule${rule}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t('method.cooperation')} about={t('method.cooperationAbout')} id="cooperation">
        <Scale terms={COOPERATION} name={stance} lang={lang} />
      </Section>
      <Section title={t('method.services')} about={t('method.servicesAbout')} id="services">
        <Scale terms={SERVICES} name={stance} lang={lang} />
      </Section>
      <Section title={t('method.positions')} about={t('method.positionsAbout')} id="positions">
        <ul className="space-y-1">
          {(Object.keys(POSITION) as Position[]).map((code) => (
            <li key={code}>
              <PositionMark position={code} lang={lang} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('method.fidelity')} id="fidelity">
        <Scale terms={FIDELITY} lang={lang} />
      </Section>
      <Section title={t('method.basis')} id="basis">
        <ol className="list-decimal pl-5">
          {Object.entries(BASIS).map(([code, term]) => (
            <li key={code}>{term[lang]}</li>
          ))}
        </ol>
      </Section>
      <Section title={t('method.evidence')} id="evidence">
        <Scale terms={EVIDENCE_GRADE} lang={lang} />
      </Section>
      <Section title={t('method.duties')} id="duties">
        <Names terms={DUTY} lang={lang} />
      </Section>
      <Section title={t('method.bound')} id="bound">
        <Names terms={BOUND} lang={lang} />
      </Section>
      <Section title={t('method.coding')} about={t('method.codingAbout')} id="coding">
        <Scale terms={CODING} lang={lang} />
        <p className="mt-3">
          <a href={href(lang, '/about/codebook#deciding')}>{t('method.deciding')}</a>
        </p>
      </Section>
      <Section title={t('method.topics')} id="topics">
        <Topics lang={lang} />
      </Section>
      <Section title={t('method.terms')} id="terms">
        <ul>
          {TERMS.map((name) => (
            <li key={name}>
              <Term name={name} lang={lang} open />
            </li>
          ))}
        </ul>
      </Section>
    </article>
  )
}

type ScaleProps = { terms: Vocabulary; lang: Lang; name?: (code: string) => ReactNode }

const Scale = ({ terms, lang, name }: ScaleProps) => (
  <dl className="scale">
    {Object.entries(terms).map(([code, term]) => (
      <div key={code}>
        <dt>{name ? name(code) : term[lang]}</dt>
        <dd>{term.about?.[lang]}</dd>
      </div>
    ))}
  </dl>
)

const Names = ({ terms, lang }: { terms: Vocabulary; lang: Lang }) => (
  <ul className="list-disc pl-5">
    {Object.entries(terms).map(([code, term]) => (
      <li key={code}>{term[lang]}</li>
    ))}
  </ul>
)

const Topics = ({ lang }: { lang: Lang }) => (
  <dl className="scale">
    {Object.entries(TOPIC).map(([slug, topic]) => (
      <div key={slug}>
        <dt>{topic[lang]}</dt>
        <dd>
          {topic.about[lang]} <span className="quiet">{AXIS[topic.axis][lang]}</span>
        </dd>
      </div>
    ))}
  </dl>
)
