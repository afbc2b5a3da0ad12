import { isEqualJson } from '@/lib/platform/publishing/sorted-json'
import type { ApprovedFile } from '@/lib/platform/site-policy/site-policy'
import type { Batch } from './batch-storage'
import type { Importer } from './importer'
import { suggestColumns } from './mapping'

export const suggestOptions = ({ options = [] }: Importer, name: string): Record<string, string> =>
  Object.fromEntries(options.map((one) => [one.name, one.suggest?.({ name }) ?? '']))

/** True if a batch is this file, and nobody chose a sheet, a column, an option or a cell that the file does not suggest. */
export const isAsApproved = (importer: Importer, batch: Batch, { sha256, fileName }: ApprovedFile): boolean => {
  const { mapping } = batch
  return (
    batch.sha256 === sha256 &&
    batch.fileName === fileName &&
    mapping.sheet === mapping.firstSheet &&
    isEqualJson(mapping.columns, suggestColumns(importer.columns, mapping.headings)) &&
    isEqualJson(mapping.options, suggestOptions(importer, fileName)) &&
    Object.values(mapping.corrections).every((cells) => Object.keys(cells).length === 0)
  )
}
