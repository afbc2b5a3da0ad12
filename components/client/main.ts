import { enableCopyButtons } from './copy-buttons'
import { enableLiveList } from './live-list'
import { enableSuggestions } from './suggestions'

// The program of every page. It betters HTML that does without it, and knows that HTML by its attributes alone.
enableCopyButtons()
for (const status of document.querySelectorAll<HTMLElement>('[data-list-status]')) enableLiveList(status)
for (const box of document.querySelectorAll<HTMLElement>('[data-suggestions]')) enableSuggestions(box)
