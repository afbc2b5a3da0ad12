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
  messages: EditorMessages
  id: string
  type: string
  sections: FormSection[]
  data: Record<string, unknown>
  names: Record<string, RecordLabel>
  hints: FieldHints
  /** Record types that can be created from a name. */
  inlineTypes: readonly string[]
  /** Sources that the draft cites, with their captured texts. */
  sources: QuotedSource[]
  /** Save number of `data`, and its local time. */
  save: number
  clock: string
  /** Names of others who saved within the last minutes. */
  others: readonly string[]
}

/** Draft form with autosave. Inputs are uncontrolled, so a response never overwrites what is being typed. */
export function EntryForm({
  lang,
  messages,
  id,
  type,
  sections,
  data,
  names,
  hints: initialHints,
  inlineTypes,
  sources: initialSources,
  save,
  clock,
  others,
}: Props) {
  const [hints, setHints] = useState(initialHints)
  const [sources, setSources] = useState(initialSources)
  const shownSourceIds = useRef(JSON.stringify(initialSources.map((one) => one.id).toSorted()))
  const onAnswer = useCallback(
    (answer: SaveResponse) => {
      setHints(answer.hints)
      const sourceIds = JSON.stringify(answer.sources.toSorted())
      if (sourceIds === shownSourceIds.current) return
      shownSourceIds.current = sourceIds
      fetchSources(id).then(setSources, () => (shownSourceIds.current = ''))
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
    <EditorProvider value={{ lang, messages, id, type, names, hints, inlineTypes, touch }}>
      {backup.stored && <BackupOffer id={id} messages={messages} backup={backup.stored} drop={backup.drop} />}
      <div className={citing ? 'entry-admin entry-admin-texts' : 'entry-admin'}>
        {citing && (
          <aside className="entry-texts" aria-labelledby="texts">
            <h2 id="texts">{messages.sourceText}</h2>
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
          {/* Pressing Enter triggers a form's first submit button. */}
          <button type="submit" name="do" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
            {messages.save}
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
          <SaveLine messages={messages} id={id} saving={saving} />
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
