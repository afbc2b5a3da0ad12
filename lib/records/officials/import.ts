import { error } from '@/lib/platform/imports/importer'
import { OFFICE, PARTY } from '@/lib/vocabularies/bodies'
import { type Draft, type Setter, type Setting, codeIn, items, recordIn } from '@/lib/records/shared/import-setters'
import { citationSetter } from '@/lib/records/shared/citation-setters'

const roles = (draft: Draft): Draft[] => (draft.roles as Draft[] | undefined) ?? []

const EMPTY = {
  title: null,
  office: null,
  district: null,
  party: null,
  organizationId: null,
  jurisdictionId: null,
  from: null,
  to: null,
}

const COLUMNS = [
  'roles_en',
  'roles_es',
  'offices',
  'parties',
  'terms',
  'organization',
  'organization_id',
  'jurisdiction',
  'jurisdiction_id',
  'jurisdiction_geoid',
]

/** Parses a term: "2024/.." is from 2024 with an unknown end. */
const term = (text: string) => {
  const [from = '', to = ''] = text.split('/')
  const end = (edtf: string) => (edtf && edtf !== '..' ? { edtf } : null)
  return { from: end(from), to: end(to) }
}

/** Sets roles with their places and terms, from parallel lists of equal length. */
const rolesSetter: Setter = {
  columns: COLUMNS,
  derived: ['jurisdiction_state'],
  set: async (setting) => {
    const { cell, changed, draft, isNew, add } = setting
    const before = roles(draft)
    const count = isNew ? items(cell('roles_en')).length : before.length
    const lists = Object.fromEntries(COLUMNS.map((column) => [column, items(cell(column))]))
    for (const column of COLUMNS) {
      const { length } = lists[column]!
      if (changed(column) && length !== count && length !== 0) return add(column, error(ONE_EACH))
    }
    const state = items(cell('jurisdiction_state'))
    const next: Draft[] = []
    for (let at = 0; at < count; at += 1) {
      const role: Draft = { ...EMPTY, citations: [], ...before[at] }
      const text = (column: string) => lists[column]![at] ?? ''
      if (changed('roles_en') || changed('roles_es'))
        role.title = { en: text('roles_en'), ...(text('roles_es') && { es: text('roles_es') }) }
      if (changed('offices')) role.office = codeIn(setting, 'offices', OFFICE, text('offices'))
      if (changed('parties')) role.party = text('parties') ? codeIn(setting, 'parties', PARTY, text('parties')) : null
      if (changed('terms')) Object.assign(role, term(text('terms')))
      role.organizationId = await linked(
        setting,
        'organization',
        'organizations',
        lists,
        at,
        role.organizationId,
        state,
      )
      role.jurisdictionId = await linked(
        setting,
        'jurisdiction',
        'jurisdictions',
        lists,
        at,
        role.jurisdictionId,
        state,
      )
      next.push(role)
    }
    draft.roles = next
  },
}

async function linked(
  setting: Setting,
  name: string,
  type: string,
  lists: Record<string, string[]>,
  at: number,
  before: unknown,
  state: string[],
) {
  const columns = [`${name}_id`, name, `${name}_geoid`]
  const column = columns.find((one) => lists[one]?.[at] && setting.changed(one))
  if (!column) return columns.some((one) => setting.changed(one)) ? null : before
  return (await recordIn(setting, column, type, lists[column]![at]!, state.length === 1 ? state[0] : state[at])) ?? null
}

const ONE_EACH = {
  en: 'Give one for each role, in the same order.',
  es: 'Indique uno por cada cargo, en el mismo orden.',
}

/** Sets the row's source as the citation of each role without one. */
const citation = citationSetter(
  (draft) => (roles(draft)[0]?.citations as Draft[] | undefined)?.[0],
  (draft, citation) => {
    draft.roles = roles(draft).map((role, at) => {
      const own = (role.citations as Draft[] | undefined) ?? []
      return at === 0 || !own.length ? { ...role, citations: [citation, ...own.slice(1)] } : role
    })
  },
)

export const importSetters = { roles: [rolesSetter, citation] }
