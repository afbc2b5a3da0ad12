import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from './admin-messages'

/** State of a draft or record, with the same labels on all admin pages. */
export type State = 'editing' | 'in_review' | 'scheduled' | 'discarded' | 'published' | 'withdrawn'

export const Status = ({ state, lang }: { state: State; lang: Lang }) => (
  <span className="status" data-state={state}>
    {adminMessages(lang)(`entries.state.${state}`)}
  </span>
)
