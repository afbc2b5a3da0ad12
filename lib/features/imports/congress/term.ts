import { type Problem, error, warning } from '@/lib/platform/imports/importer'
import type { Cells } from '@/lib/platform/files/grid'
import { STATE_BY_USPS } from '@/lib/vocabularies/us-states'
import { readDay } from '../read-day'
import type { Places } from '../places'
import type { Term } from './roles'

export type Add = (column: string, problem: Problem) => void

const PARTIES: Readonly<Record<string, NonNullable<Term['party']>>> = {
  democrat: 'democratic',
  democratic: 'democratic',
  republican: 'republican',
  independent: 'independent',
}

const words = (en: string, es: string) => ({ en, es })

/** Parses a row's term; returns null and adds problems if it is invalid. */
export const termOf = (cells: Cells, places: Places, add: Add): Term | null => {
  const chamber = cells.chamber === 'sen' || cells.chamber === 'rep' ? cells.chamber : null
  if (!chamber)
    add(
      'chamber',
      error(words(`“${cells.chamber ?? ''}” is neither sen nor rep.`, `«${cells.chamber ?? ''}» no es ni sen ni rep.`)),
    )
  const usps = (cells.usps ?? '').toUpperCase()
  const place = STATE_BY_USPS.has(usps) ? places.state(usps) : undefined
  if (!place)
    add('usps', error(words(`“${usps}” is no state that is recorded.`, `«${usps}» no es un estado registrado.`)))
  const from = dayIn(cells.from, 'from', add)
  const to = dayIn(cells.to, 'to', add)
  if (from && to && to < from)
    add('to', error(words('The term ends before it begins.', 'El mandato termina antes de empezar.')))
  const party = PARTIES[(cells.party ?? '').toLowerCase()] ?? (cells.party ? 'other' : null)
  if (party === 'other')
    add(
      'party',
      warning(
        words(`“${cells.party}” is recorded as another party.`, `«${cells.party}» se registra como otro partido.`),
      ),
    )
  if (!chamber || !place || !from || !to || to < from) return null
  const district = chamber === 'sen' || !cells.district ? null : cells.district === '0' ? 'at large' : cells.district
  return { chamber, placeId: place.id, usps, placeName: place.name, district, party, from, to }
}

const dayIn = (cell: string | undefined, column: string, add: Add): string | null => {
  const day = readDay(cell ?? '')
  if (!day)
    add(
      column,
      error(words(`“${cell ?? ''}” is no day such as 2025-01-03.`, `«${cell ?? ''}» no es un día como 2025-01-03.`)),
    )
  return day
}
