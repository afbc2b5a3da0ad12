declare module 'edtf' {
  /** Parses an EDTF value; `min` and `max` are milliseconds of the epoch. Throws when it is no EDTF. */
  export default function parse(value: string): { min: number; max: number }
}
