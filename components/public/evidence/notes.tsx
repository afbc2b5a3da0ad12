import type { Note } from '@/lib/records/shared/citation'
import { NOTE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Localized } from '@/components/ui/localized-text'

/** Editors' notes: "The source prints another title: …" */
export const Notes = ({ notes, lang }: { notes: readonly Note[]; lang: Lang }) => (
  <ul className="max-w-[66ch] space-y-3">
    {notes.map((note, at) => (
      <li key={at}>
        <p className="small-label">{NOTE_KIND[note.kind][lang]}</p>
        <p>
          <Localized text={note.text} lang={lang} />
        </p>
      </li>
    ))}
  </ul>
)
