import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlightPieces, searchTermsIn } from '@/lib/platform/lists/highlight'

const marked = (text: string, query: string) =>
  highlightPieces(text, searchTermsIn(query))
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['Jesús “Chuy” García', 'garcia', 'Jesús “Chuy” [García]'],
  ['Jesús “Chuy” García', 'CHUY GARCÍA', 'Jesús “[Chuy]” [García]'],
  [
    'My officers would not be using their time efficiently',
    '"using their time"',
    'My officers would not be [using their time] efficiently',
  ],
  ['My officers will not', 'officer', 'My [officers] will not'],
  ['policies and a policy', 'policies', '[policies] and a [policy]'],
  ['agents', 'agentes', '[agents]'],
  ['KERA efficiently', 'kera efficien', '[KERA] [efficiently]'],
  ['Texas and Utah', 'utah -texas', 'Texas and [Utah]'],
  ['<b>Texas</b>', 'texas', '<b>[Texas]</b>'],
  ['ﬁnd it', 'it', 'ﬁnd [it]'],
  ['Garci\u0301a Pe\u00f1a', 'garcía pena', '[Garci\u0301a] [Pe\u00f1a]'],
  ['nothing here', 'zzzz', 'nothing here'],
])('%s, searched for %s', (text, query, found) => expect(marked(text, query)).toBe(found))

test('highlighting never changes the text, whatever the query', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
      expect(
        highlightPieces(text, searchTermsIn(query))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  ))
