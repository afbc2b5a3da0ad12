import { serveCopyButtons } from './copy-buttons'
import { keepListLive } from './live-list'
import { offerNames } from './suggestions'

// The program of every page. It betters HTML that does without it, and knows that HTML by its attributes alone.
serveCopyButtons()
for (const status of document.querySelectorAll<HTMLElement>('[data-list-status]')) keepListLive(status)
for (const box of document.querySelectorAll<HTMLElement>('[data-offer]')) offerNames(box)
