import { Frame } from '@/components/frame/frame'
import { JurisdictionsPage } from '@/components/pages/jurisdictions'
import { listJurisdictions, listStates } from '@/lib/domain/jurisdictions/queries'
import { type ListRoute, listMetadata, readList } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'jurisdictions')

export default async function Page(route: ListRoute) {
  const { lang, after, here } = await readList(route, 'jurisdictions')
  const [states, list] = await Promise.all([after ? [] : listStates(), listJurisdictions({ after })])
  return (
    <Frame lang={lang} here={here}>
      <JurisdictionsPage states={states} list={list} after={after} lang={lang} />
    </Frame>
  )
}
