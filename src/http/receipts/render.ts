import { createHash } from 'node:crypto';
import { renderSVG } from 'uqr';
import type { Locale } from '../../domain/locales.js';
import { describeVerification } from '../../domain/receipts/describe-verification.js';
import type { ReceiptDocument } from '../../domain/receipts/document.js';
import type { Verification } from '../../domain/receipts/verify-document.js';
import { createHandlebars } from '../../platform/ops/load-handlebars.js';

/** For paper: one column of A4, black on white. */
const STYLE = `
:root { color-scheme: light; font: 100%/1.4 system-ui, sans-serif; }
body { background: #fff; color: #000; margin: 0 auto; max-width: 46rem; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
.verdict { border: 2px solid; display: inline-block; font-weight: 600; margin: .75rem 0; padding: .25rem .75rem; }
.head { align-items: flex-start; display: flex; gap: 1rem; justify-content: space-between; }
.code { flex: none; width: 9rem; }
.whole { width: 100%; max-width: 26rem; }
dl { display: grid; gap: .25rem 1rem; grid-template-columns: 14rem 1fr; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.25rem 0 .5rem; }
code, pre { font: .8rem/1.3 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .5rem; } }
@media print { body { padding: 0; } h2 { break-after: avoid; } .apart { break-before: page; } }
`;

const PAGE = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{title}}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="head">
<div>
<h1>{{title}}</h1>
<p class="verdict">{{verdict}}</p>
</div>
<div class="code" role="img" aria-label="{{codeLabel}}">{{{code}}}</div>
</div>
<dl>
{{#each facts}}
<dt>{{label}}</dt><dd>{{#if code}}<code>{{value}}</code>{{else}}{{value}}{{/if}}</dd>
{{/each}}
</dl>
<h2>{{checksTitle}}</h2>
<ul>
{{#each checks}}
<li>{{label}}: <strong>{{told}}</strong></li>
{{/each}}
</ul>
<h2>{{notProvedTitle}}</h2>
<ul>
{{#each notProved}}
<li>{{this}}</li>
{{/each}}
</ul>
<h2 class="apart">{{signedTitle}}</h2>
<p>{{signedHint}}</p>
<div class="whole" role="img" aria-label="{{signedTitle}}">{{{signedCode}}}</div>
<pre>{{signed}}</pre>
{{#if proof}}<pre>{{proof}}</pre>{{/if}}
</main>
</body>
</html>
`;

const WORDS = {
  de: {
    codeLabel: 'Adresse dieses Belegs als QR-Code',
    checksTitle: 'Geprüft',
    signedTitle: 'Der unterschriebene Beleg',
    signedHint:
      'Der QR-Code enthält die Unterschrift mit den offengelegten Angaben (SD-JWT, RFC 9901). Die Datei .json dieses Belegs prüfen „leadwarden verify“ und docs/verify.html ohne Netz.',
  },
  en: {
    codeLabel: 'Address of this receipt as a QR code',
    checksTitle: 'Verified',
    signedTitle: 'The signed receipt',
    signedHint:
      'The QR code holds the signature with the disclosed values (SD-JWT, RFC 9901). The .json file of this receipt is verified by “leadwarden verify” and docs/verify.html without a network.',
  },
} as const satisfies Record<Locale, object>;

/** The page loads nothing; its pictures are part of it. */
export const RECEIPT_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

let template: ((data: object) => string) | undefined;

/** Bytes that the largest QR code holds. */
const MOST_IN_CODE = 2_953;

/** The receipt as a page to print. @param address of the page, for its QR code */
export function renderReceipt(
  document: ReceiptDocument,
  verification: Verification,
  { locale, address }: { locale: Locale; address: string },
): string {
  template ??= createHandlebars().compile(PAGE, { strict: true });
  const signed = [document.receipt, ...document.disclosures, ''].join('~');
  return template({
    ...WORDS[locale],
    ...describeVerification(verification, locale),
    language: locale,
    code: renderSVG(address, { ecc: 'M', border: 1 }),
    signed,
    signedCode: signed.length <= MOST_IN_CODE ? renderSVG(signed, { ecc: 'L', border: 1 }) : '',
    proof: document.proof ?? '',
  });
}
