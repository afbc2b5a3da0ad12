import type { Speaker } from '@/lib/domain/statements/definition'
import type { Lang } from '@/lib/platform/collections/language'
import { SpeakerInFull } from '../marks/speaker'

/** Equal signatories, in alphabetical order of their places. */
export const Signatories = ({ speakers, lang }: { speakers: readonly Speaker[]; lang: Lang }) => (
  <ul className="space-y-1">
    {[...speakers]
      .sort((a, b) => placeOf(a).localeCompare(placeOf(b)))
      .map((one, at) => (
        <li key={at}>
          <SpeakerInFull speaker={one} lang={lang} />
        </li>
      ))}
  </ul>
)

const placeOf = (speaker: Speaker): string => speaker.role?.jurisdiction.name ?? speaker.organization?.name ?? ''
