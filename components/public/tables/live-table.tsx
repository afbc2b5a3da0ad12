import { scriptText } from '@/lib/features/json-ld/text'
import { ClientScript } from '@/components/public/layout/client-script'
import { RecordTable } from './record-table'
import { type LiveModel, type TableModel, orderedBy } from './table-model'

type Props = {
  model: TableModel
  /** The page's address: where, and with which query. */
  path: string
  search: string
}

/** A table that its program goes on with: from the rows that stand here, and from what can't be seen in them. */
export const LiveTable = ({ model, path, search }: Props) => {
  const { rows, ...others } = model
  const live: LiveModel = { ...others, path, search }
  return (
    <>
      <div id="live-table">
        {rows.length > 0 && <RecordTable model={model} address={(sort) => orderedBy(path, search, sort)} />}
      </div>
      <script id="live-table-model" type="application/json" dangerouslySetInnerHTML={{ __html: scriptText(live) }} />
      <ClientScript name="table" />
    </>
  )
}
