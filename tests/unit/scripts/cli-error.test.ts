import { expect, test } from 'vitest'
import { UsageError } from '@/scripts/cli/command-line.mjs'
import { sentenceFor, CliError } from '@/scripts/cli/cli-error'

const failure = (code: string, rest = {}) => Object.assign(new Error('raw'), { code, ...rest })

test.each([
  [failure('ENOSPC'), /^The disk is full: free some space/],
  [failure('53100'), /disk of the database is full/],
  [failure('ECONNREFUSED', { address: '127.0.0.1', port: 5 }), /127\.0\.0\.1:5 does not answer: start it/],
  [
    failure('ECONNREFUSED', { errors: [failure('ECONNREFUSED', { address: '::1', port: 5 })] }),
    /::1:5 does not answer/,
  ],
  [failure('28P01'), /refused the user name or password/],
  [new Error('outer', { cause: failure('ENOSPC') }), /disk is full/],
  [new Error('Connection terminated unexpectedly'), /ended the connection/],
  [new CliError('A sentence.'), /^A sentence\.$/],
  [new UsageError('A usage.'), /^A usage\.$/],
])('%s is reported in one sentence', (error, expected) => expect(sentenceFor(error)).toMatch(expected))

test('an unexpected error has no sentence, so that its stack is printed', () => {
  expect(sentenceFor(new Error('a bug'))).toBeNull()
  expect(sentenceFor('text')).toBeNull()
})
