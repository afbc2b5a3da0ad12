import { enableCopyButtons } from './copy-buttons'
import { enableLiveList } from './live-list'
import { enableSuggestions } from './suggestions'

// Client script of all public pages. Enhances working HTML, which it finds by data attributes.
enableCopyButtons()
for (const status of document.querySelectorAll<HTMLElement>('[data-list-status]')) enableLiveList(status)
for (const box of document.querySelectorAll<HTMLElement>('[data-suggestions]')) enableSuggestions(box)
