import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { SAMPLE_OUTCOMES } from '../samples/give-feedback.js';
import type { FeedbackForm } from '../samples/queries.js';
import { type PageLanguage, TEXTS } from './texts.js';

/** Phones first: one column, and targets that a thumb finds. */
const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 36rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
fieldset { border: 1px solid #8888; border-radius: .5rem; margin: 0 0 1rem; padding: .5rem 1rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
.choice { align-items: center; display: flex; gap: .75rem; min-height: 2.75rem; }
input[type=radio] { height: 1.25rem; width: 1.25rem; }
label.over { display: block; margin-top: .5rem; }
input[type=text], select, textarea { box-sizing: border-box; font: inherit; min-height: 2.75rem; padding: .5rem; width: 100%; }
button { background: #14532d; border: 0; border-radius: .5rem; color: #fff; font: inherit; font-weight: 600; min-height: 3rem; width: 100%; }
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
</body>
</html>
`;

const FORM = `{{#> layout}}
<p>{{text.lead}}</p>
{{#if problem}}<p class="problem" role="alert">{{problem}}</p>{{/if}}
<form method="post">
{{#each items}}
<fieldset>
<legend>{{quantity}} × {{name}}</legend>
<div role="radiogroup" aria-label="{{../text.outcome}} {{name}}">
<p>{{../text.outcome}}</p>
{{#each outcomes}}
<label class="choice"><input type="radio" name="outcome-{{../id}}" value="{{code}}"{{#if chosen}} checked{{/if}}> {{label}}</label>
{{/each}}
</div>
<label class="over" for="rating-{{id}}">{{../text.rating}}</label>
<select id="rating-{{id}}" name="rating-{{id}}">
<option value="">{{../text.none}}</option>
{{#each ratings}}<option{{#if chosen}} selected{{/if}}>{{value}}</option>{{/each}}
</select>
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
  const handlebars = Handlebars.create();
  handlebars.registerPartial('layout', LAYOUT);
  const form = handlebars.compile(FORM);
  const note = handlebars.compile(NOTE);
  return {
    /** @param sent what was sent before, to be shown again with what is wrong with it */
    form(
      { items }: FeedbackForm,
      language: PageLanguage,
      { sent, problem }: { sent?: URLSearchParams; problem?: string } = {},
    ): string {
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
        ratings: [1, 2, 3, 4, 5].map((value) => ({
          value,
          chosen: sent?.get(`rating-${id}`) === String(value),
        })),
      }));
      const name = sent?.get('name') ?? '';
      return form({ language, title: text.title, text, items: view, name, problem });
    },
    note: (language: PageLanguage, title: string, said: string) =>
      note({ language, title, note: said }),
  };
}
