import { expect, test } from 'vitest'
import { endingOf, sniffKind } from './sniff-kind.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test('a picture named .pdf is a picture', () => {
  expect(sniffKind('a.pdf', bytes('\x89PNG\r\n\x1a\n....'))).toEqual({ other: 'a picture (PNG)' })
  expect(sniffKind('a.docx', bytes('\xff\xd8\xff\xe0'))).toEqual({ other: 'a picture (JPEG)' })
  expect(sniffKind('a.txt', bytes('RIFF1234WEBPVP8 '))).toEqual({ other: 'a picture (WebP)' })
})

test('a PDF is told by its mark, also behind other bytes and under another name', () => {
  expect(sniffKind('a.txt', bytes('%PDF-1.7\n'))).toEqual({ kind: 'pdf' })
  expect(sniffKind('a', bytes(`${' '.repeat(900)}%PDF-1.4`))).toEqual({ kind: 'pdf' })
  expect(sniffKind('a.txt', bytes(`${' '.repeat(1100)}%PDF-1.4`))).toEqual({ kind: 'text' })
})

test('a zip is looked into whatever its name', () => {
  expect(sniffKind('a.docx', bytes('PK\x03\x04'))).toEqual({ kind: 'zip' })
  expect(sniffKind('a.md', bytes('PK\x05\x06'))).toEqual({ kind: 'zip' })
  expect(sniffKind('a.txt', bytes('PKWARE is a company'))).toEqual({ kind: 'text' })
})

test('a locked Word file is told from an old one', () => {
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
  const far = `${ole}${'.'.repeat(70_000)}${[...'EncryptedPackage'].join('\0')}`
  expect(sniffKind('a.docx', bytes(far))).toEqual({ locked: 'DOCX' })
  expect(sniffKind('a.doc', bytes(`${ole}WordDocument`))).toEqual({
    other: 'an Office file of the old kind (such as .doc)',
  })
})

test('text is HTML by its first tag or its name, Markdown by its name', () => {
  expect(sniffKind('a.txt', bytes('\xef\xbb\xbf <!-- x -->\n<!DOCTYPE html><p>'))).toEqual({
    kind: 'html',
  })
  expect(sniffKind('a.xml', bytes('<?xml version="1.0"?>\n<html>'))).toEqual({ kind: 'html' })
  expect(sniffKind('a.HTM', bytes('<p>one</p>'))).toEqual({ kind: 'html' })
  expect(sniffKind('README.md', bytes('<html> is a tag'))).toEqual({ kind: 'markdown' })
  expect(sniffKind('a.txt', bytes('<heading>'))).toEqual({ kind: 'text' })
  expect(sniffKind('a.csv', bytes('a,b'))).toEqual({ kind: 'text' })
})

test('a name ends in its last dot', () => {
  expect(endingOf('v1.2.tar.GZ')).toBe('gz')
  expect(endingOf('Makefile')).toBe('')
  expect(endingOf('a.b/c')).toBe('')
})
