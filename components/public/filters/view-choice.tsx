import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'
import { listAddress } from '@/lib/features/lists/list-address'
import type { ListView } from './view'

/** Switch between list and table view. */
export const ViewChoice = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const t = translator(lang)
  const { sort } = view.viewParams
  const choices = [
    { name: t('filter.list'), here: !view.table, viewParams: { sort } },
    { name: t('filter.table'), here: Boolean(view.table), viewParams: { sort, view: 'table' } },
  ]
  return (
    <ul className="view-choice" aria-label={t('filter.view')}>
      {choices.map(({ name, here, viewParams }) => (
        <li key={name}>
          <a href={href(lang, listAddress(view, view.values, viewParams))} aria-current={here ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

export type TableChoice = {
  columns: readonly { name: string; label: LocalizedText }[]
  chosen: readonly string[]
  dense: boolean
}

/** Column checkboxes in the filter form. */
export const ColumnChoice = ({ table, lang }: { table: TableChoice; lang: Lang }) => {
  const t = translator(lang)
  return (
    <>
      <details className="filter" data-filter="columns">
        <summary>{t('filter.columns')}</summary>
        <fieldset>
          <legend className="sr-only">{t('filter.columns')}</legend>
          <ul className="filter-options">
            {table.columns.map(({ name, label }) => (
              <li key={name}>
                <Box id={`f-columns-${name}`} name="columns" value={name} checked={table.chosen.includes(name)}>
                  {label[lang]}
                </Box>
              </li>
            ))}
          </ul>
        </fieldset>
      </details>
      <div className="filter" data-filter="density">
        <Box id="f-density" name="density" value="compact" checked={table.dense}>
          {t('filter.dense')}
        </Box>
      </div>
      <input type="hidden" name="view" value="table" />
    </>
  )
}

type BoxProps = { id: string; name: string; value: string; checked: boolean; children: string }

const Box = ({ children, checked, ...input }: BoxProps) => (
  <label className="box">
    <input type="checkbox" defaultChecked={checked} {...input} />
    <span>{children}</span>
  </label>
)
