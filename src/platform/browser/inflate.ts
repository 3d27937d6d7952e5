import { Z_BUF_ERROR, Z_FINISH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2 } from 'pako'
import type { Inflated, Packing } from '../node.ts'
import { Bytes } from './bytes.ts'

/** Bytes that are unpacked at once. */
const piece = 65_536

/** Of the windows that packed data may look back in, the largest; zlib takes it below zero for data without a head. */
const windowBits = 15

/** Unpacks Flate data as zlib does, and throws as it does. */
export function inflate(data: Uint8Array, { as, most }: Packing): Inflated {
  const stream = new ZStream()
  zlibInflateInit2(stream, as === 'raw' ? -windowBits : windowBits)
  stream.input = data
  stream.avail_in = data.length
  const parts: Uint8Array[] = []
  for (let status: number = Z_OK, length = 0; status !== Z_STREAM_END; ) {
    Object.assign(stream, { output: new Uint8Array(piece), next_out: 0, avail_out: piece })
    status = zlibInflate(stream, Z_FINISH)
    if (status !== Z_STREAM_END && !(isRoomLacking(status) && stream.avail_out === 0)) throw damaged(status, stream)
    parts.push(stream.output.subarray(0, stream.next_out))
    length += stream.next_out
    if (length > most) throw failed('ERR_BUFFER_TOO_LARGE', `more than ${most} bytes`)
  }
  return { bytes: Bytes.concat(parts) as unknown as Inflated['bytes'], read: stream.next_in }
}

const isRoomLacking = (status: number): boolean => status === Z_OK || status === Z_BUF_ERROR

const damaged = (status: number, { msg }: ZStream): Error =>
  isRoomLacking(status) ? failed('Z_BUF_ERROR', 'unexpected end of file') : failed('Z_DATA_ERROR', msg)

const failed = (code: string, message: string): Error => Object.assign(new Error(message), { code })
