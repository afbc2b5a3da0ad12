import type { Speaker } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { SpeakerInFull } from '@/components/ui/speaker'

/** Signatories in alphabetical order of their places. */
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
