declare module 'edtf' {
  /** Parses an EDTF value; `min` and `max` are milliseconds of the epoch. Throws if the value is not EDTF. */
  export default function parse(value: string): { min: number; max: number }
}
