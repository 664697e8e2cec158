/** The first byte of a frame that is a whole text message (RFC 6455, 5.2). */
const WHOLE_TEXT = 0x81;

/**
 * The beginning of the frame of a text message, as a server sends it: the header and `head`, after which `tailBytes`
 * more have to come. So the text of an event is encoded once for all subscribers.
 */
export function beginTextFrame(head: string, tailBytes: number): Buffer {
  const headBytes = Buffer.byteLength(head);
  const length = headBytes + tailBytes;
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerBytes + headBytes);
  frame[0] = WHOLE_TEXT;
  if (headerBytes === 2) frame[1] = length;
  else if (headerBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(head, headerBytes);
  return frame;
}
