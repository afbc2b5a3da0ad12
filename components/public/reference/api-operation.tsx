import type { ApiParameter, Operation } from '@/lib/features/api/operations'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { typeLabel } from './json-schema'

type Props = { operation: Operation; base: string; lang: Lang }

/** Reference of an API operation: parameters, response and example. */
export const ApiOperation = ({ operation, base, lang }: Props) => {
  const t = translator(lang)
  const { id, path, summary, about, parameters, answer: response, example } = operation
  const basePath = operation.base ?? '/api/v1'
  return (
    <section className="mt-8 first:mt-0" id={id} aria-label={summary[lang]}>
      <h3 className="font-semibold">{summary[lang]}</h3>
      <p>
        <code className="wrap-anywhere">GET {basePath + path}</code>
      </p>
      {about && <p className="reading mt-1">{about[lang]}</p>}
      {parameters.length > 0 && (
        <details className="opens mt-1">
          <summary>{t('api.filters', { count: parameters.length })}</summary>
          <Parameters parameters={parameters} lang={lang} />
        </details>
      )}
      <p className="mt-1 text-sm">
        {t('api.answer')}:{' '}
        {'any' in response ? response.any[lang] : <a href={`#${response.schema}`}>{responseName(response)}</a>}
        {!example.includes('{') && (
          <>
            {' · '}
            {t('api.example')}:{' '}
            <a className="wrap-anywhere" href={basePath + example}>
              {base.replace(/\/api\/v1$/, basePath) + example}
            </a>
          </>
        )}
      </p>
    </section>
  )
}

const responseName = ({ schema, list = false }: { schema: string; list?: boolean }) => (list ? `${schema}[]` : schema)

const Parameters = ({ parameters, lang }: { parameters: readonly ApiParameter[]; lang: Lang }) => {
  const t = translator(lang)
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('api.parameter')}</th>
          <th scope="col">{t('api.meaning')}</th>
          <th scope="col">{t('api.values')}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, about, schema, required }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {required && <span className="quiet"> {t('api.required')}</span>}
            </th>
            <td data-column={t('api.meaning')} className="share">
              {about[lang]}
            </td>
            <td data-column={t('api.values')} className="share">
              {typeLabel(schema)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
