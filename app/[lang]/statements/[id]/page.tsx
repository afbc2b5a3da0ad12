import { type RecordRoute, recordMetadata, recordPage } from '../../record-page'

export const generateMetadata = (route: RecordRoute) => recordMetadata(route, 'statements')

export default function Page(route: RecordRoute) {
  return recordPage(route, 'statements')
}
