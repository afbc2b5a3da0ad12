/** Click handler for all copy buttons, including those in lists loaded later. */
export const enableCopyButtons = () => document.addEventListener('click', copy)

const copy = (event: Event) => {
  const button = (event.target as Element | null)?.closest<HTMLElement>('[data-copy]')
  const { copy: text, done = '', failed = '' } = button?.dataset ?? {}
  if (text === undefined) return
  const announce = (message: string) => {
    const status = button!.parentElement!.querySelector('[role=status]')
    if (status) status.textContent = message
  }
  navigator.clipboard.writeText(text).then(
    () => announce(done),
    () => announce(failed),
  )
}
