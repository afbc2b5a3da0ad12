type Props = { text: string; label: string; done: string; failed: string }

/** Copies a text and says so in words (`enableCopyButtons` does it). Without a script it is hidden: the text can be selected. */
export const CopyButton = ({ text, label, done, failed }: Props) => (
  <span className="copy">
    <button type="button" className="button" data-copy={text} data-done={done} data-failed={failed}>
      {label}
    </button>{' '}
    <span role="status" />
  </span>
)
