import type { LocalizedText } from '@/lib/platform/i18n/locale'

const said = (en: string, es: string): LocalizedText => ({ en, es })

/** What each command did, after the name of who gave it. A test holds this table to the list of commands. */
export const COMMAND_LABELS: Readonly<Record<string, LocalizedText>> = {
  'drafts.save': said('saved drafts', 'guardó borradores'),
  'drafts.start': said('began a draft', 'comenzó un borrador'),
  'drafts.type': said('wrote in a draft', 'escribió en un borrador'),
  'drafts.settle': said('compared two saves of a draft', 'comparó dos guardados de un borrador'),
  'drafts.rebase': said('brought a draft to the newest version', 'llevó un borrador a la última versión'),
  'drafts.describe': said('said how a draft goes out', 'indicó cómo sale un borrador'),
  'drafts.restore': said('put an earlier version into a draft', 'puso una versión anterior en un borrador'),
  'drafts.discard': said('discarded a draft', 'descartó un borrador'),
  'drafts.recover': said('recovered a draft', 'recuperó un borrador'),
  'drafts.schedule': said('scheduled', 'programó'),
  'drafts.unschedule': said('took off the schedule', 'quitó de la programación'),
  'drafts.publish': said('published', 'publicó'),
  'drafts.fail': said('could not publish what was scheduled', 'no pudo publicar lo programado'),
  'drafts.comment': said('commented on a draft', 'comentó un borrador'),
  'drafts.resolve': said('settled a comment', 'resolvió un comentario'),
  'drafts.return': said('returned a draft to its author', 'devolvió un borrador a quien lo escribió'),
  'drafts.submit': said('sent a draft for review', 'envió un borrador a revisión'),
  'drafts.unsubmit': said('took a draft back from review', 'retiró un borrador de la revisión'),
  'drafts.start-words': said('began a draft from words of a source', 'comenzó un borrador con palabras de una fuente'),
  'records.withdraw': said('withdrew', 'retiró'),
  'records.merge': said('merged two entries', 'fusionó dos entradas'),
  'records.unmerge': said('undid a merge', 'deshizo una fusión'),
  'records.not-same': said('said that two entries are not the same', 'dijo que dos entradas no son la misma'),
  'records.maybe-same': said('took that back', 'retiró lo dicho'),
  'bulk.start': said('began something with several drafts', 'comenzó algo con varios borradores'),
  'bulk.mark': said('went on with several drafts', 'siguió con varios borradores'),
  'sources.capture': said('kept the text of a document', 'guardó el texto de un documento'),
  'sources.start-link': said('started from a link', 'empezó por un enlace'),
  'sources.start-text': said('started from a text', 'empezó por un texto'),
  'sources.check-link': said('checked the links of sources', 'comprobó enlaces de fuentes'),
  'sources.note-link': said('noted how links of sources answer', 'anotó cómo responden los enlaces'),
  'sources.capture-again': said('captured a source again', 'capturó de nuevo una fuente'),
  'sources.capture-again-text': said(
    'captured a source again, from a text',
    'capturó de nuevo una fuente, de un texto',
  ),
  'sources.take-copy': said('took up an archived copy', 'incorporó una copia archivada'),
  'archive.request': said('asked an archive for a copy', 'pidió una copia a un archivo'),
  'archive.retry': said('asked an archive again', 'volvió a pedirla a un archivo'),
  'archive.claim': said('took up requests to the archive', 'tomó peticiones al archivo'),
  'archive.note': said('noted the archive’s answer', 'anotó la respuesta del archivo'),
  'imports.start': said('began an import', 'comenzó una importación'),
  'imports.map': said('assigned the columns of an import', 'asignó las columnas de una importación'),
  'imports.correct': said('corrected a cell of an import', 'corrigió una celda de una importación'),
  'imports.check': said('checked an import', 'comprobó una importación'),
  'imports.begin': said('started importing', 'inició la importación'),
  'imports.step': said('imported rows', 'importó filas'),
  'imports.stop': said('stopped an import', 'detuvo una importación'),
  'imports.revert': said('took an import back', 'revirtió una importación'),
  'imports.discard': said('discarded an import', 'descartó una importación'),
  'jurisdictions.import': said('loaded places', 'cargó lugares'),
  'content.load': said('loaded the first entries', 'cargó las primeras entradas'),
  'suggestions.send': said('sent a suggestion', 'envió una sugerencia'),
  'suggestions.answer': said('answered a suggestion', 'respondió a una sugerencia'),
  'suggestions.dismiss': said('closed a suggestion', 'cerró una sugerencia'),
  'suggestions.reopen': said('opened a suggestion again', 'reabrió una sugerencia'),
  'suggestions.draft': said('made a draft of a suggestion', 'hizo un borrador de una sugerencia'),
  'policy.change': said('changed the site’s policy', 'cambió la política del sitio'),
  'people.invite': said('invited somebody', 'invitó a alguien'),
  'people.uninvite': said('took an invitation back', 'retiró una invitación'),
  'people.join': said('made an account', 'creó una cuenta'),
  'people.role': said('changed somebody’s role', 'cambió el papel de alguien'),
  'people.deactivate': said('closed an account', 'cerró una cuenta'),
  'people.reactivate': said('opened an account again', 'reabrió una cuenta'),
  'people.endSessions': said('ended somebody’s sessions', 'cerró las sesiones de alguien'),
  'people.reset': said('made a link for a new password', 'creó un enlace para otra contraseña'),
  'people.unreset': said('took that link back', 'retiró ese enlace'),
  'account.reset': said('chose a new password by a link', 'eligió otra contraseña con un enlace'),
  'account.password': said('changed the own password', 'cambió su contraseña'),
  'account.describe': said('changed the own account', 'cambió su cuenta'),
  'account.signIn': said('signed in', 'entró'),
  'account.endSession': said('ended a session', 'cerró una sesión'),
  'account.endOtherSessions': said('ended all other sessions', 'cerró las demás sesiones'),
  'account.beginSecondFactor': said('began setting up a second factor', 'comenzó a configurar un segundo factor'),
  'account.secondFactorOn': said('turned the second factor on', 'activó el segundo factor'),
  'account.secondFactorOff': said('turned the second factor off', 'desactivó el segundo factor'),
  'account.recoveryCodes': said('made new recovery codes', 'creó códigos de recuperación'),
  'account.keptCodes': said('kept the recovery codes', 'guardó los códigos de recuperación'),
}

export type ChangeLink = { type: string; id: string; version: number | null; draft: boolean }

/** The records and drafts that a line of the history is about. Its detail holds ids and counts, never texts. */
export const linksIn = (detail: unknown): ChangeLink[] => {
  const texts = Object.entries((detail ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    ['draft', 'drafts', 'first', 'published', 'withdrawn', 'merged', 'into', 'kept'].includes(name)
      ? [value].flat().filter((one): one is string => typeof one === 'string')
      : [],
  )
  return texts.flatMap((text) => {
    const found = /^([a-z-]+?)([-/])([0-9a-z]{10})(?:@(\d+))?$/.exec(text)
    if (!found) return []
    return [{ type: found[1]!, id: found[3]!, version: found[4] ? Number(found[4]) : null, draft: found[2] === '-' }]
  })
}

export type ChangeLine = { id: string; at: Date; command: string; byId: string; by: string | null; detail: unknown }

/** Lines that say the same of the same draft, one after the other, as one with their count: somebody was typing. */
export const groupChanges = <L extends ChangeLine>(lines: readonly L[]): (L & { times: number })[] => {
  const groups: (L & { times: number })[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const same =
      last &&
      line.command === 'drafts.type' &&
      last.command === line.command &&
      last.byId === line.byId &&
      draftOf(last) === draftOf(line)
    if (same) last.times += 1
    else groups.push({ ...line, times: 1 })
  }
  return groups
}

const draftOf = ({ detail }: ChangeLine): unknown => (detail as { draft?: unknown } | null)?.draft
