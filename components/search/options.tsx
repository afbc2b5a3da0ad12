import type { Suggestion } from '@/lib/domain/search/suggestion'

export type ComboboxWords = {
  place: string
  official: string
  organization: string
  /** The name of the list. */
  offered: string
  one: string
  /** "#" stands for the number. */
  many: string
  none: string
}

type Props = {
  id: string
  found: readonly Suggestion[]
  at: number
  shown: boolean
  prefix: string
  words: ComboboxWords
}

/** What is offered, in groups; the kind of the best name stands first. */
export const Options = ({ id, found, at, shown, prefix, words }: Props) => (
  <div id={id} role="listbox" className="options" hidden={!shown} aria-label={words.offered}>
    {[...new Set(found.map((one) => one.kind))].map((kind) => (
      <div key={kind} role="group" aria-label={words[kind]}>
        <div className="options-kind" aria-hidden="true">
          {words[kind]}
        </div>
        {found.map(
          (one, index) =>
            one.kind === kind && (
              <a
                key={one.path}
                id={`${id}-${index}`}
                href={prefix + one.path}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onMouseDown={(event) => event.preventDefault()}
              >
                {one.name}
              </a>
            ),
        )}
      </div>
    ))}
  </div>
)
