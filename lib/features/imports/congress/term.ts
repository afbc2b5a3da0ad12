import { type Problem, error, warning } from '@/lib/platform/imports/importer'
import type { Cells } from '@/lib/platform/files/grid'
import { STATE_BY_USPS } from '@/lib/vocabularies/us-states'
import { readDay } from '../read-day'
import type { Places } from '../places'
import type { Term } from './roles'
import { localizedText } from '@/lib/platform/i18n/translate'

export type Add = (column: string, problem: Problem) => void

const PARTIES: Readonly<Record<string, NonNullable<Term['party']>>> = {
  democrat: 'democratic',
  democratic: 'democratic',
  republican: 'republican',
  independent: 'independent',
}

/** Parses a row's term; returns null and adds problems if it is invalid. */
export const termOf = (cells: Cells, places: Places, add: Add): Term | null => {
  const chamber = cells.chamber === 'sen' || cells.chamber === 'rep' ? cells.chamber : null
  if (!chamber)
    add('chamber', error(localizedText('importers.congress.unknownChamber', { chamber: cells.chamber ?? '' })))
  const usps = (cells.usps ?? '').toUpperCase()
  const place = STATE_BY_USPS.has(usps) ? places.state(usps) : undefined
  if (!place) add('usps', error(localizedText('importers.congress.unknownState', { usps })))
  const from = dayIn(cells.from, 'from', add)
  const to = dayIn(cells.to, 'to', add)
  if (from && to && to < from) add('to', error(localizedText('importers.congress.endsBeforeStart')))
  const party = PARTIES[(cells.party ?? '').toLowerCase()] ?? (cells.party ? 'other' : null)
  if (party === 'other') add('party', warning(localizedText('importers.congress.otherParty', { party: cells.party! })))
  if (!chamber || !place || !from || !to || to < from) return null
  const district = chamber === 'sen' || !cells.district ? null : cells.district === '0' ? 'at large' : cells.district
  return { chamber, placeId: place.id, usps, placeName: place.name, district, party, from, to }
}

const dayIn = (cell: string | undefined, column: string, add: Add): string | null => {
  const day = readDay(cell ?? '')
  if (!day) add(column, error(localizedText('importers.congress.noDay', { cell: cell ?? '' })))
  return day
}
