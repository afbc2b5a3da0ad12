import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { type JsonSchema, targetOf, titleLabel, typeLabel } from './json-schema'

type Props = { name: string; schema: JsonSchema; lang: Lang }

/** Reference of a named schema: properties with meaning and type. */
export const ApiSchema = ({ name, schema, lang }: Props) => {
  const t = translator(lang)
  const required = new Set(schema.required)
  return (
    <details className="opens" id={name}>
      <summary>
        <code>{name}</code>
      </summary>
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{t('api.property')}</th>
            <th scope="col">{t('api.meaning')}</th>
            <th scope="col">{t('api.type')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(schema.properties ?? {}).map(([property, one]) => (
            <tr key={property}>
              <th scope="row">
                <code>{property}</code>
                {!required.has(property) && <span className="quiet"> ?</span>}
              </th>
              <td data-column={t('api.meaning')} className="share">
                {titleLabel(one, lang)}
              </td>
              <td data-column={t('api.type')} className="share">
                {targetOf(one) ? <a href={`#${targetOf(one)}`}>{typeLabel(one)}</a> : typeLabel(one)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
