import { PlacesBefore } from '@/components/public/pages/jurisdictions'
import { listStates } from '@/lib/records/jurisdictions/queries'
import type { ListRoute } from '../read-list'
import { listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'jurisdictions')

export default async function Page(route: ListRoute) {
  const states = await listStates()
  return listPage(route, 'jurisdictions', (lang) => <PlacesBefore states={states} lang={lang} />)
}
