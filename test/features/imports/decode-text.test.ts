import { expect, it } from 'vitest';
import { decodeCodePage } from '../../../src/features/imports/code-pages.js';
import { decodeText } from '../../../src/features/imports/decode-text.js';

const bytes = (...values: number[]) => Uint8Array.from(values);

it('UTF-8 is recognised and a byte order mark dropped', () => {
  const text = Buffer.from('Köln – 5 €');
  expect(decodeText(text)).toMatchObject({ text: 'Köln – 5 €', encoding: 'utf-8' });
  expect(decodeText(Buffer.concat([bytes(0xef, 0xbb, 0xbf), text]))).toMatchObject({
    text: 'Köln – 5 €',
    encoding: 'utf-8',
  });
});

it('what is not UTF-8 is Windows-1252, with its quotation marks and the euro', () => {
  expect(
    decodeText(bytes(0x4b, 0xf6, 0x6c, 0x6e, 0x20, 0x84, 0x41, 0x93, 0x96, 0x80)),
  ).toMatchObject({
    text: 'Köln „A“–€',
    encoding: 'windows-1252',
  });
});

it('every Windows-1252 byte has its character', () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  const text = decodeCodePage(all, 'windows-1252');
  expect(text).toHaveLength(256);
  expect(text.slice(0x80, 0xa0)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  expect(text.slice(0xa0)).toBe(Buffer.from(all.subarray(0xa0)).toString('latin1'));
});

it('a view into a larger buffer is decoded alone', () => {
  expect(decodeText(bytes(0x41, 0xf6, 0x42).subarray(1, 2)).text).toBe('ö');
});

it('UTF-16 with a byte order mark is decoded in either byte order', () => {
  const little = Buffer.from('\ufeffKöln', 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(decodeText(little)).toMatchObject({ text: 'Köln', encoding: 'utf-16le' });
  expect(decodeText(big)).toMatchObject({ text: 'Köln', encoding: 'utf-16be' });
});

it('bytes that contradict their byte order mark are refused', () => {
  expect(() => decodeText(bytes(0xef, 0xbb, 0xbf, 0xf6))).toThrow('not valid utf-8');
  expect(() => decodeText(bytes(0xff, 0xfe, 0x41))).toThrow('not valid utf-16le');
});
