import type { AnyFilter, Options as FilterOptions, RecordLabels } from '@/lib/platform/lists/filter'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type Option, offeredOptions } from '@/lib/platform/lists/list-source'
import { format, href, translator } from '@/lib/platform/i18n/translate'

type Props = { filter: AnyFilter; value: unknown; options: readonly Option[]; names: RecordLabels; lang: Lang }

/** One filter in the filter form. Long option lists are collapsed unless they are in use. */
export const FilterControl = ({ filter, value, options, names, lang }: Props) => {
  const { control } = filter
  const label = filter.label[lang]
  const set = Object.fromEntries(value === undefined ? [] : filter.serialize(value))
  if (control.kind === 'text' || control.kind === 'day')
    return (
      <p className="filter" data-filter={control.name}>
        <label htmlFor={`f-${control.name}`}>{label}</label>
        <TextInput name={control.name} value={set[control.name]} date={control.kind === 'day'} lang={lang} />
      </p>
    )
  if (control.kind === 'flag')
    return (
      <div className="filter" data-filter={control.name}>
        <Box
          name={control.name}
          code="yes"
          label={label}
          checked={value !== undefined}
          count={options[0]?.count}
          lang={lang}
        />
      </div>
    )
  if (control.kind === 'dates')
    return (
      <fieldset className="filter" data-filter={control.from}>
        <legend>{label}</legend>
        <div className="filter-dates">
          {[control.from, control.to].map((name, at) => (
            <p key={name}>
              <label htmlFor={`f-${name}`}>{translator(lang)(at === 0 ? 'filter.from' : 'filter.to')}</label>
              <TextInput name={name} value={set[name]} date lang={lang} />
            </p>
          ))}
        </div>
        <Box
          name={control.possible.name}
          code="yes"
          label={control.possible.label[lang]}
          checked={control.possible.name in set}
          lang={lang}
        />
      </fieldset>
    )
  return <Options {...{ filter, value, options, names, lang }} />
}

const Options = ({ filter, value, options, names, lang }: Props) => {
  const { control } = filter
  if (control.kind !== 'options' || options.length === 0) return null
  const codes = filter.codes(value)
  const offered = offeredOptions(filter, value, options)
  const { modifier } = control
  const modified = value !== undefined && filter.serialize(value).some(([name]) => name === modifier?.name)
  const nameOf = (code: string) =>
    ('codes' in control.options ? control.options.codes[code]?.[lang] : names[code]?.[lang]) ?? code
  return (
    <details
      className="filter"
      data-filter={control.name}
      open={codes.length > 0 || isShort(control.options) || undefined}
    >
      <summary>
        {filter.label[lang]}
        {codes.length > 0 && <span className="filter-used">{format(lang).number(codes.length)}</span>}
      </summary>
      <fieldset>
        <legend className="sr-only">{filter.label[lang]}</legend>
        <ul className={offered.some((one) => one.count > 0) ? 'filter-options' : undefined}>
          {selectableFirst(offered, codes).map(({ code, count }) => (
            <li key={code}>
              <Box
                name={control.name}
                code={code}
                label={nameOf(code)}
                checked={codes.includes(code)}
                count={count}
                lang={lang}
              />
            </li>
          ))}
        </ul>
        {offered.length < options.length && (
          <p className="quiet">
            {translator(lang)('filter.frequent')}{' '}
            <a href={href(lang, '/search')}>{translator(lang)('filter.others')}</a>
          </p>
        )}
        {modifier && (
          <Box name={modifier.name} code={modifier.value} label={modifier.label[lang]} checked={modified} lang={lang} />
        )}
      </fieldset>
    </details>
  )
}

/** A choice between two takes no more room open than its heading does. */
const isShort = (options: FilterOptions): boolean => 'codes' in options && Object.keys(options.codes).length === 2

const LONG_LIST = 12

/** In long lists, options that can be selected come first. */
const selectableFirst = (options: readonly Option[], chosen: readonly string[]): readonly Option[] => {
  if (options.length <= LONG_LIST) return options
  const rank = ({ code, count }: Option) => (chosen.includes(code) ? 0 : count > 0 ? 1 : 2)
  return options.toSorted((a, b) => rank(a) - rank(b))
}

type BoxProps = { name: string; code: string; label: string; checked: boolean; count?: number; lang: Lang }

/** Checkbox with its record count. Disabled at zero, unless it is checked. */
const Box = ({ name, code, label, checked, count, lang }: BoxProps) => {
  const isDisabled = count === 0 && !checked
  return (
    <label className={isDisabled ? 'box box-off' : 'box'}>
      <input type="checkbox" name={name} value={code} defaultChecked={checked} disabled={isDisabled} />
      <span>{label}</span>
      {count !== undefined && <span className="box-count figures">{format(lang).number(count)}</span>}
    </label>
  )
}

type TextProps = { name: string; value?: string; date?: boolean; lang: Lang }

// Text instead of type="date", because a date filter also accepts a month such as "2025-01".
const TextInput = ({ name, value, date, lang }: TextProps) => (
  <input
    className="input"
    id={`f-${name}`}
    name={name}
    type={date ? 'text' : 'search'}
    defaultValue={value}
    {...(date && {
      inputMode: 'numeric' as const,
      placeholder: translator(lang)('filter.dateForm'),
      pattern: '[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?',
      title: translator(lang)('filter.dateHelp'),
    })}
  />
)
