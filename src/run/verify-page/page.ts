import type { Locale } from '../../domain/locales.js';
import { describeVerification } from '../../domain/receipts/describe-verification.js';
import { verifyTimestamp } from '../../domain/receipts/timestamp.js';
import { type Verification, verifyDocument } from '../../domain/receipts/verify-document.js';

// The script of docs/verify.html, which is one file: it runs from a disk, and its policy lets it load nothing.

const WORDS = {
  de: {
    title: 'Beleg prüfen',
    lead: 'Diese Seite prüft Belege auf Ihrem Gerät. Sie überträgt nichts und braucht kein Netz.',
    file: 'Datei des Belegs (.json)',
    text: 'oder ihr Inhalt',
    more: 'Was Sie auf anderem Weg haben',
    checkpoint: 'Aufbewahrter Prüfpunkt, etwa aus einer Mail',
    fingerprint: 'Fingerabdruck des Schlüssels, etwa von einem gedruckten Beleg',
    noFingerprint: 'Der Fingerabdruck hat nicht 64 Hexadezimalziffern.',
    language: 'English',
  },
  en: {
    title: 'Verify a receipt',
    lead: 'This page verifies receipts on your device. It sends nothing and needs no network.',
    file: 'File of the receipt (.json)',
    text: 'or its content',
    more: 'What reached you in another way',
    checkpoint: 'A checkpoint that was kept, such as from a mail',
    fingerprint: 'Fingerprint of the key, such as from a printed receipt',
    noFingerprint: 'The fingerprint has not 64 hexadecimal digits.',
    language: 'Deutsch',
  },
} as const satisfies Record<Locale, object>;

let locale: Locale = navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
let shown: Verification | null = null;
/** Of several that run at once only the last is shown. */
let started = 0;

function element<Type extends HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found as Type;
}

const text = element<HTMLTextAreaElement>('text');
const file = element<HTMLInputElement>('file');
const checkpoint = element<HTMLTextAreaElement>('checkpoint');
const fingerprint = element<HTMLInputElement>('fingerprint');
const result = element('result');

function speak(): void {
  document.documentElement.lang = locale;
  document.title = WORDS[locale].title;
  for (const node of document.querySelectorAll<HTMLElement>('[data-word]')) {
    node.textContent = WORDS[locale][node.dataset.word as keyof (typeof WORDS)['de']];
  }
  show();
}

async function verify(): Promise<void> {
  started += 1;
  const mine = started;
  shown = null;
  fingerprint.setCustomValidity('');
  if (text.value !== '') {
    const found = await verifyDocument(text.value, {
      checkpoint: checkpoint.value === '' ? null : checkpoint.value,
      trustedKeys: trustedKeys(),
      verifyTimestamp,
    });
    if (mine !== started) return;
    shown = found;
  }
  show();
}

function trustedKeys(): string[] | null {
  const hex = fingerprint.value.replace(/[\s:]/g, '').toLowerCase();
  if (hex === '') return null;
  if (!/^[\da-f]{64}$/.test(hex)) {
    fingerprint.setCustomValidity(WORDS[locale].noFingerprint);
    fingerprint.reportValidity();
    return [];
  }
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  const base64 = btoa(String.fromCharCode(...bytes));
  return [base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')];
}

function node(tag: string, content: string | readonly Node[], className = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (typeof content === 'string') made.textContent = content;
  else made.append(...content);
  return made;
}

function show(): void {
  if (shown === null) {
    result.replaceChildren();
    return;
  }
  const told = describeVerification(shown, locale);
  const facts = told.facts.flatMap(({ label, value, code }) => [
    node('dt', label),
    node('dd', code ? [node('code', value)] : value),
  ]);
  const checks = told.checks.map(({ label, state, told: word, why }) =>
    node(
      'li',
      [node('strong', `${word}: `), document.createTextNode(`${label}${why ? ` (${why})` : ''}`)],
      state.toLowerCase(),
    ),
  );
  result.replaceChildren(
    node('p', told.verdict, `verdict ${shown.verdict === 'FAILED' ? 'failed' : 'ok'}`),
    ...(facts.length > 0 ? [node('h2', told.title), node('dl', facts)] : []),
    node('ul', checks),
    node('h2', told.notProvedTitle),
    node(
      'ul',
      told.notProved.map((line) => node('li', line)),
    ),
  );
}

file.addEventListener('change', async () => {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const bytes = await chosen.arrayBuffer();
  try {
    text.value = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Bytes that are no UTF-8 must not pass as something else.
    text.value = '\u{fffd}';
  }
  await verify();
});
for (const field of [text, checkpoint, fingerprint]) {
  field.addEventListener('input', () => void verify());
}
element('language').addEventListener('click', () => {
  locale = locale === 'de' ? 'en' : 'de';
  speak();
});
speak();
