type Props = { text: string; label: string; done: string; failed: string }

/** Button that copies a text and announces the result (see `enableCopyButtons`). Hidden without JavaScript. */
export const CopyButton = ({ text, label, done, failed }: Props) => (
  <span className="copy">
    <button type="button" className="button" data-copy={text} data-done={done} data-failed={failed}>
      {label}
    </button>{' '}
    <span role="status" />
  </span>
)
