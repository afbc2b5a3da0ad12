import type { Words } from '@/lib/platform/collections/language'
import { Invalid } from '@/lib/platform/errors'

/** What a file may hold at most. What is inside a workbook is measured before any of it is read. */
export const LIMITS = { file: 20 * 1024 * 1024, unpacked: 200 * 1024 * 1024, parts: 2_000, rows: 50_000, columns: 200 }

/** Why a file can't be read, and what to do. */
export const FILE_PROBLEM = {
  empty: {
    en: 'The file has no rows. Choose a file with a heading row and at least one row below it.',
    es: 'El archivo no tiene filas. Elija un archivo con una fila de encabezados y al menos una fila debajo.',
  },
  too_large: {
    en: 'The file is larger than 20 MB. Split it into several files.',
    es: 'El archivo supera los 20 MB. Divídalo en varios archivos.',
  },
  too_many_rows: {
    en: 'The file has more than 50,000 rows. Split it into several files.',
    es: 'El archivo tiene más de 50 000 filas. Divídalo en varios archivos.',
  },
  too_many_columns: {
    en: 'The file has more than 200 columns. Remove those that are not needed.',
    es: 'El archivo tiene más de 200 columnas. Quite las que no hagan falta.',
  },
  not_csv: {
    en: 'The file could not be read as CSV: a quotation mark that opens is never closed. Save it again as CSV.',
    es: 'El archivo no se pudo leer como CSV: hay una comilla que se abre y no se cierra. Guárdelo otra vez como CSV.',
  },
  not_workbook: {
    en: 'The file could not be read as an XLSX workbook. Open it in a spreadsheet program and save it again as XLSX or CSV.',
    es: 'El archivo no se pudo leer como libro XLSX. Ábralo en una hoja de cálculo y guárdelo otra vez como XLSX o CSV.',
  },
  old_workbook: {
    en: 'This is a workbook of the old XLS format. Save it as XLSX or CSV.',
    es: 'Es un libro del formato antiguo XLS. Guárdelo como XLSX o CSV.',
  },
  unpacks_too_large: {
    en: 'The workbook would unpack to more than 200 MB and was not read.',
    es: 'El libro ocuparía más de 200 MB al descomprimirse y no se leyó.',
  },
  entities: {
    en: 'The workbook declares XML entities, which no spreadsheet program writes, and was not read.',
    es: 'El libro declara entidades XML, algo que ninguna hoja de cálculo escribe, y no se leyó.',
  },
  no_sheet: {
    en: 'The workbook has no sheet of that name.',
    es: 'El libro no tiene una hoja con ese nombre.',
  },
  binary: {
    en: 'The file is neither text nor an XLSX workbook.',
    es: 'El archivo no es ni texto ni un libro XLSX.',
  },
} as const satisfies Record<string, Words>

/** The file can't be read; nothing was stored. */
export const refuse = (problem: keyof typeof FILE_PROBLEM): never => {
  throw new Invalid({ file: [FILE_PROBLEM[problem].en] })
}
