/** Serves every copy button of a page, also those that come with a list that is shown later. */
export const enableCopyButtons = () => document.addEventListener('click', copy)

const copy = (event: Event) => {
  const button = (event.target as Element | null)?.closest<HTMLElement>('[data-copy]')
  const { copy: text, done = '', failed = '' } = button?.dataset ?? {}
  if (text === undefined) return
  const say = (words: string) => {
    const status = button!.parentElement!.querySelector('[role=status]')
    if (status) status.textContent = words
  }
  navigator.clipboard.writeText(text).then(
    () => say(done),
    () => say(failed),
  )
}
