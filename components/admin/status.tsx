import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from './admin-messages'

/** Where a working copy or a record stands. The words are the same on every page of the admin area. */
export type State = 'editing' | 'in_review' | 'scheduled' | 'discarded' | 'published' | 'withdrawn'

export const Status = ({ state, lang }: { state: State; lang: Lang }) => (
  <span className="status" data-state={state}>
    {adminMessages(lang)(`entries.state.${state}`)}
  </span>
)
