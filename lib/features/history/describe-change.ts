import type { LocalizedText } from '@/lib/platform/i18n/locale'

const text = (en: string, es: string): LocalizedText => ({ en, es })

/** A label for each command, displayed after the person's name. A test checks that every command has one. */
export const COMMAND_LABELS: Readonly<Record<string, LocalizedText>> = {
  'drafts.save': text('saved drafts', 'guardó borradores'),
  'drafts.start': text('began a draft', 'comenzó un borrador'),
  'drafts.type': text('wrote in a draft', 'escribió en un borrador'),
  'drafts.settle': text('compared two saves of a draft', 'comparó dos guardados de un borrador'),
  'drafts.rebase': text('brought a draft to the newest version', 'llevó un borrador a la última versión'),
  'drafts.describe': text('said how a draft goes out', 'indicó cómo sale un borrador'),
  'drafts.restore': text('put an earlier version into a draft', 'puso una versión anterior en un borrador'),
  'drafts.discard': text('discarded a draft', 'descartó un borrador'),
  'drafts.recover': text('recovered a draft', 'recuperó un borrador'),
  'drafts.schedule': text('scheduled', 'programó'),
  'drafts.unschedule': text('took off the schedule', 'quitó de la programación'),
  'drafts.publish': text('published', 'publicó'),
  'drafts.fail': text('could not publish what was scheduled', 'no pudo publicar lo programado'),
  'drafts.comment': text('commented on a draft', 'comentó un borrador'),
  'drafts.resolve': text('settled a comment', 'resolvió un comentario'),
  'drafts.return': text('returned a draft to its author', 'devolvió un borrador a quien lo escribió'),
  'drafts.submit': text('sent a draft for review', 'envió un borrador a revisión'),
  'drafts.unsubmit': text('took a draft back from review', 'retiró un borrador de la revisión'),
  'drafts.start-words': text('began a draft from words of a source', 'comenzó un borrador con palabras de una fuente'),
  'records.withdraw': text('withdrew', 'retiró'),
  'records.merge': text('merged two entries', 'fusionó dos entradas'),
  'records.unmerge': text('undid a merge', 'deshizo una fusión'),
  'records.not-same': text('said that two entries are not the same', 'dijo que dos entradas no son la misma'),
  'records.maybe-same': text('took that back', 'retiró lo dicho'),
  'bulk.start': text('began something with several drafts', 'comenzó algo con varios borradores'),
  'bulk.mark': text('went on with several drafts', 'siguió con varios borradores'),
  'sources.capture': text('kept the text of a document', 'guardó el texto de un documento'),
  'sources.start-link': text('started from a link', 'empezó por un enlace'),
  'sources.start-text': text('started from a text', 'empezó por un texto'),
  'sources.check-link': text('checked the links of sources', 'comprobó enlaces de fuentes'),
  'sources.note-link': text('noted how links of sources answer', 'anotó cómo responden los enlaces'),
  'sources.capture-again': text('captured a source again', 'capturó de nuevo una fuente'),
  'sources.capture-again-text': text(
    'captured a source again, from a text',
    'capturó de nuevo una fuente, de un texto',
  ),
  'sources.take-copy': text('took up an archived copy', 'incorporó una copia archivada'),
  'archive.request': text('asked an archive for a copy', 'pidió una copia a un archivo'),
  'archive.retry': text('asked an archive again', 'volvió a pedirla a un archivo'),
  'archive.claim': text('took up requests to the archive', 'tomó peticiones al archivo'),
  'archive.note': text('noted the archive’s answer', 'anotó la respuesta del archivo'),
  'imports.start': text('began an import', 'comenzó una importación'),
  'imports.map': text('assigned the columns of an import', 'asignó las columnas de una importación'),
  'imports.correct': text('corrected a cell of an import', 'corrigió una celda de una importación'),
  'imports.check': text('checked an import', 'comprobó una importación'),
  'imports.begin': text('started importing', 'inició la importación'),
  'imports.step': text('imported rows', 'importó filas'),
  'imports.stop': text('stopped an import', 'detuvo una importación'),
  'imports.revert': text('took an import back', 'revirtió una importación'),
  'imports.discard': text('discarded an import', 'descartó una importación'),
  'jurisdictions.import': text('loaded places', 'cargó lugares'),
  'content.load': text('loaded the first entries', 'cargó las primeras entradas'),
  'suggestions.send': text('sent a suggestion', 'envió una sugerencia'),
  'suggestions.answer': text('answered a suggestion', 'respondió a una sugerencia'),
  'suggestions.dismiss': text('closed a suggestion', 'cerró una sugerencia'),
  'suggestions.reopen': text('opened a suggestion again', 'reabrió una sugerencia'),
  'suggestions.draft': text('made a draft of a suggestion', 'hizo un borrador de una sugerencia'),
  'policy.change': text('changed the site’s policy', 'cambió la política del sitio'),
  'people.invite': text('invited somebody', 'invitó a alguien'),
  'people.uninvite': text('took an invitation back', 'retiró una invitación'),
  'people.join': text('made an account', 'creó una cuenta'),
  'people.role': text('changed somebody’s role', 'cambió el papel de alguien'),
  'people.deactivate': text('closed an account', 'cerró una cuenta'),
  'people.reactivate': text('opened an account again', 'reabrió una cuenta'),
  'people.endSessions': text('ended somebody’s sessions', 'cerró las sesiones de alguien'),
  'people.reset': text('made a link for a new password', 'creó un enlace para otra contraseña'),
  'people.unreset': text('took that link back', 'retiró ese enlace'),
  'account.reset': text('chose a new password by a link', 'eligió otra contraseña con un enlace'),
  'account.password': text('changed the own password', 'cambió su contraseña'),
  'account.describe': text('changed the own account', 'cambió su cuenta'),
  'account.signIn': text('signed in', 'entró'),
  'account.endSession': text('ended a session', 'cerró una sesión'),
  'account.endOtherSessions': text('ended all other sessions', 'cerró las demás sesiones'),
  'account.beginSecondFactor': text('began setting up a second factor', 'comenzó a configurar un segundo factor'),
  'account.secondFactorOn': text('turned the second factor on', 'activó el segundo factor'),
  'account.secondFactorOff': text('turned the second factor off', 'desactivó el segundo factor'),
  'account.recoveryCodes': text('made new recovery codes', 'creó códigos de recuperación'),
  'account.keptCodes': text('kept the recovery codes', 'guardó los códigos de recuperación'),
}

export type ChangeLink = { type: string; id: string; version: number | null; draft: boolean }

/** The records and drafts that a change links to. Its detail holds ids and counts, never texts. */
export const linksIn = (detail: unknown): ChangeLink[] => {
  const keys = Object.entries((detail ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    ['draft', 'drafts', 'first', 'published', 'withdrawn', 'merged', 'into', 'kept'].includes(name)
      ? [value].flat().filter((item): item is string => typeof item === 'string')
      : [],
  )
  return keys.flatMap((key) => {
    const match = /^([a-z-]+?)([-/])([0-9a-z]{10})(?:@(\d+))?$/.exec(key)
    if (!match) return []
    return [{ type: match[1]!, id: match[3]!, version: match[4] ? Number(match[4]) : null, draft: match[2] === '-' }]
  })
}

export type ChangeLine = { id: string; at: Date; command: string; byId: string; by: string | null; detail: unknown }

/** Groups consecutive saves of a draft by the same person into one line with their count. */
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
