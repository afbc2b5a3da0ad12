'use client'

import { useCallback, useRef, useState } from 'react'
import type { RecordLabel } from '@/lib/features/editing/labels'
import type { QuotedSource } from '@/lib/features/editing/source-queries'
import type { SaveResponse, FieldHints } from '@/lib/features/editing/field-hints'
import type { FormSection } from '@/lib/features/editing/form-plans'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Field } from '@/lib/platform/forms/plan'
import { END } from '@/lib/platform/forms/read-form'
import { BackupOffer, useBackup } from './backup'
import { EditorProvider } from './context'
import { FieldsView } from './field-view'
import type { EditorMessages } from './fill-placeholders'
import { SaveLine } from './save-line'
import { SourceText } from './source-text'
import { useAutosave } from './use-autosave'

type Props = {
  lang: Lang
  words: EditorMessages
  id: string
  type: string
  sections: FormSection[]
  data: Record<string, unknown>
  names: Record<string, RecordLabel>
  told: FieldHints
  /** The sources that the entry cites, with their kept texts. */
  sources: QuotedSource[]
  /** The save that these data are of, and when it was. */
  save: number
  clock: string
  /** Who else saved in the last minutes. */
  others: readonly string[]
}

/**
 * The form of a draft. The fields are the browser's own and are never filled anew: what is being typed stays, whatever
 * the server answers.
 */
export function EntryForm({
  lang,
  words,
  id,
  type,
  sections,
  data,
  names,
  told: first,
  sources: cited,
  save,
  clock,
  others,
}: Props) {
  const [told, setTold] = useState(first)
  const [sources, setSources] = useState(cited)
  const shown = useRef(JSON.stringify(cited.map((one) => one.id).toSorted()))
  const onAnswer = useCallback(
    (answer: SaveResponse) => {
      setTold(answer.told)
      const now = JSON.stringify(answer.sources.toSorted())
      if (now === shown.current) return
      shown.current = now
      fetchSources(id).then(setSources, () => (shown.current = ''))
    },
    [id],
  )
  const { form, ...saving } = useAutosave({ id, save, clock, others, onAnswer })
  const backup = useBackup(id, form, saving.basedOn, saving.state === 'saved' || saving.state === 'aside')
  const touch = () => {
    saving.touch()
    backup.keep()
  }
  const citing = sections.some(({ fields }) => fields.some(cites))
  return (
    <EditorProvider value={{ lang, words, id, type, names, told, touch }}>
      {backup.found && <BackupOffer id={id} words={words} found={backup.found} drop={backup.drop} />}
      <div className={citing ? 'entry-admin entry-admin-texts' : 'entry-admin'}>
        {citing && (
          <aside className="entry-texts" aria-labelledby="texts">
            <h2 id="texts">{words.sourceText}</h2>
            <SourceText sources={sources} />
          </aside>
        )}
        <form
          ref={form}
          id="entry"
          className="entry-form"
          method="post"
          autoComplete="off"
          action={`/admin/entries/${id}/save`}
          onInput={touch}
          onSubmit={(event) => {
            event.preventDefault()
            saving.now()
          }}
        >
          {/* Enter in a field presses the first button of a form. */}
          <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
            {words.save}
          </button>
          <input type="hidden" name="~save" value={saving.basedOn} />
          {sections.map((section) => (
            <section key={section.id} aria-labelledby={section.id} className="entry-section">
              <header>
                <h2 id={section.id}>{section.title}</h2>
                {section.about && <p className="quiet">{section.about}</p>}
              </header>
              <div className="entry-fields">
                <FieldsView fields={section.fields} prefix="" data={data} />
              </div>
            </section>
          ))}
          <input type="hidden" name={END} value="1" />
          <SaveLine words={words} id={id} saving={saving} />
        </form>
      </div>
    </EditorProvider>
  )
}

const cites = (field: Field): boolean =>
  field.kind === 'group'
    ? field.special === 'citation' || field.fields.some(cites)
    : field.kind === 'list' && cites(field.item)

const fetchSources = async (id: string): Promise<QuotedSource[]> => {
  const answer = await fetch(`/admin/entries/${id}/texts`)
  if (!answer.ok) throw new Error(`The texts were not answered: ${answer.status}`)
  return (await answer.json()) as QuotedSource[]
}
