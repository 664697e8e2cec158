import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/locales.js';
import { SAMPLE_OUTCOMES } from '../../features/samples/give-feedback.js';
import type { FeedbackForm } from '../../features/samples/queries.js';
import { createHandlebars } from '../../platform/ops/load-handlebars.js';
import type { Company } from '../../platform/settings/load-company.js';
import { TEXTS } from './texts.js';

/** Phones first: one column, and targets that a thumb finds. */
const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { hyphens: auto; margin: 0 auto; overflow-wrap: anywhere; max-width: 36rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
fieldset { min-width: 0; border: 1px solid #8888; border-radius: .5rem; margin: 0 0 1rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
.choice { align-items: center; display: flex; gap: .75rem; min-height: 2.75rem; }
input[type=radio] { height: 1.25rem; width: 1.25rem; }
label.over, p.over { margin-bottom: 0; display: block; margin-top: .5rem; }
input[type=text], textarea { box-sizing: border-box; font: inherit; min-height: 2.75rem; padding: .5rem; width: 100%; }
button { background: #14532d; border: 0; border-radius: .5rem; color: #fff; font: inherit; font-weight: 600; min-height: 3rem; width: 100%; }
.stars { display: flex; flex-wrap: wrap; gap: .25rem; }
.star { align-items: center; display: flex; flex-direction: column; justify-content: center; min-height: 2.75rem; min-width: 2.75rem; }
.hint, footer { color: light-dark(#595959, #b8b8b8); font-size: .875rem; margin: .25rem 0; }
footer a { color: inherit; display: inline-block; margin-right: 1rem; padding: .5rem 0; }
.problem { border-left: .25rem solid #b91c1c; padding-left: .75rem; }
`;

const LAYOUT = `<!doctype html>
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
<h1>{{title}}</h1>
{{> @partial-block}}
</main>
{{#if company.shown}}<footer>
{{#if company.name}}<p>{{company.name}}</p>{{/if}}
{{#if company.imprintUrl}}<a href="{{company.imprintUrl}}" rel="noreferrer">{{text.imprint}}</a>{{/if}}
{{#if company.privacyUrl}}<a href="{{company.privacyUrl}}" rel="noreferrer">{{text.privacy}}</a>{{/if}}
</footer>{{/if}}
</body>
</html>
`;

const FORM = `{{#> layout}}
{{#if company.name}}<p>{{text.asks}}: {{company.name}}</p>{{/if}}
<p>{{text.lead}}</p>
{{#if problem}}<p class="problem" role="alert">{{problem}}</p>{{/if}}
<form method="post">
<input type="hidden" name="browser" value="{{mark}}">
{{#each items}}
<fieldset>
<legend>{{quantity}} × {{name}}</legend>
<div role="radiogroup" aria-label="{{../text.outcome}} {{name}}">
<p>{{../text.outcome}}</p>
{{#each outcomes}}
<label class="choice"><input type="radio" name="outcome-{{../id}}" value="{{code}}"{{#if chosen}} checked{{/if}}> {{label}}</label>
{{/each}}
</div>
<div role="radiogroup" aria-label="{{../text.rating}} {{name}}">
<p class="over">{{../text.rating}}</p>
<p class="hint">{{../text.ratingHint}}</p>
<div class="stars">
{{#each ratings}}
<label class="star"><input type="radio" name="rating-{{../id}}" value="{{value}}" aria-label="{{label}}"{{#if chosen}} checked{{/if}}> <span aria-hidden="true">{{shown}}</span></label>
{{/each}}
</div>
</div>
<label class="over" for="comment-{{id}}">{{../text.comment}}</label>
<textarea id="comment-{{id}}" name="comment-{{id}}" rows="2" maxlength="2000">
{{comment}}</textarea>
</fieldset>
{{/each}}
<label class="over" for="name">{{text.name}}</label>
<input type="text" id="name" name="name" maxlength="200" autocomplete="name" value="{{name}}">
<p><button type="submit">{{text.send}}</button></p>
</form>
{{/layout}}`;

const NOTE = '{{#> layout}}<p>{{note}}</p>{{/layout}}';

const AGAIN = `{{#> layout}}
<p>{{note}}</p>
<p>{{kept}}</p>
<form method="post">
{{#each fields}}<input type="hidden" name="{{name}}" value="{{value}}">
{{/each}}<p><button type="submit">{{text.sendAgain}}</button></p>
</form>
{{/layout}}`;

/** The frame of every page. */
export interface Frame {
  readonly language: Locale;
  readonly company: Company;
}

export interface FormState {
  /** By which the browser is known again. */
  readonly mark: string;
  /** The values sent before, to be shown again with their faults. */
  readonly sent?: URLSearchParams;
  readonly problem?: string;
}

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** There is no script, and the form goes nowhere but here. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Everything that comes from people is escaped by the templates. */
export function createPages() {
  const handlebars = createHandlebars();
  handlebars.registerPartial('layout', LAYOUT);
  const form = handlebars.compile(FORM);
  const note = handlebars.compile(NOTE);
  const again = handlebars.compile(AGAIN);
  return {
    form(frame: Frame, { items }: FeedbackForm, { mark, sent, problem }: FormState): string {
      const { language } = frame;
      const text = TEXTS[language];
      const view = items.map(({ id, name, quantity }) => ({
        id,
        name,
        quantity,
        comment: sent?.get(`comment-${id}`) ?? '',
        outcomes: SAMPLE_OUTCOMES.map((code) => ({
          code,
          label: text.outcomes[code],
          chosen: sent?.get(`outcome-${id}`) === code,
        })),
        ratings: ratingsOf(language, sent?.get(`rating-${id}`) ?? ''),
      }));
      const name = sent?.get('name') ?? '';
      return form({ ...around(frame), title: text.title, items: view, name, problem, mark });
    },
    note: (frame: Frame, title: string, said: string) =>
      note({ ...around(frame), title, note: said }),
    /** Keeps the sent values, to be sent again with one tap. */
    again(
      frame: Frame,
      title: string,
      { said, kept, sent }: { said: string; kept: string; sent: URLSearchParams },
    ): string {
      const fields = [...sent].map(([name, value]) => ({ name, value }));
      return again({ ...around(frame), title, note: said, kept, fields });
    },
  };
}

function around({ language, company }: Frame) {
  const shown = Object.values(company).some((value) => value !== null);
  return { language, text: TEXTS[language], company: { ...company, shown } };
}

function ratingsOf(language: Locale, chosen: string) {
  const { none, stars } = TEXTS[language];
  return [0, 1, 2, 3, 4, 5].map((value) => ({
    value: value === 0 ? '' : value,
    label: value === 0 ? none : value === 1 ? stars.one : `${value} ${stars.many}`,
    shown: value === 0 ? none : `${value} ★`,
    chosen: value === 0 ? chosen === '' : chosen === String(value),
  }));
}
