import { INLINE_SCRIPTS } from './inline-scripts'

/** The only element that renders an inline script. It takes a name, so no page can render one that is not listed. */
export const InlineScript = ({ name }: { name: keyof typeof INLINE_SCRIPTS }) => (
  <script dangerouslySetInnerHTML={{ __html: INLINE_SCRIPTS[name] }} />
)
