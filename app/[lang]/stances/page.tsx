import { StanceTable } from '@/components/records/stance-table'
import { type ListRoute, listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'stances')

export default function Page(route: ListRoute) {
  return listPage(route, 'stances', (rows, lang) => <StanceTable stances={rows} lang={lang} bodies />)
}
