import { readFileSync } from 'node:fs';
import type Handlebars from 'handlebars';
import { ZodError } from 'zod';
import { globalIdOf } from '../../domain/global-id.js';
import { isLocale, LOCALES, type Locale } from '../../domain/locales.js';
import { oneLine } from '../../platform/input/plain-text.js';
import { createHandlebars } from '../../platform/ops/load-handlebars.js';
import type { Company } from '../../platform/settings/load-company.js';
import {
  isRenderedTemplate,
  type RenderedTemplate,
  TEMPLATE_NAMES,
  templateData,
} from '../outbox/email-templates.js';
import { formatDate, formatDateTime } from './format-date.js';

export interface EmailToRender {
  readonly template: string;
  readonly locale: string;
  readonly data: unknown;
  /** The lead it is about, which it links to. */
  readonly leadId?: string | null;
}

export interface EmailSettings {
  /** The zone that dates are written in: that of the policy. */
  readonly timeZone: string;
  /** Address of this Leadwarden, for links to leads and the footer; null leaves them out. */
  readonly publicUrl: string | null;
  /** The company that writes, for mails to customers. */
  readonly company?: Company;
}

export interface RenderedEmail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail can never be rendered, however often it is tried. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
}

const NO_COMPANY: Company = { name: null, imprintUrl: null, privacyUrl: null };

const PARTS = ['subject', 'text', 'html'] as const;
type Part = (typeof PARTS)[number];
type Parts = Record<Part, Handlebars.TemplateDelegate>;

const compiled = new Map<string, Parts>();

/**
 * Subject, text and HTML of a mail in its language.
 * @throws RenderError if there is no such template or its data is incomplete
 */
export function renderEmail(email: EmailToRender, settings: EmailSettings): RenderedEmail {
  const { template, locale } = email;
  if (!isRenderedTemplate(template)) {
    const allowed = [...TEMPLATE_NAMES, 'nightly-digest'].join(', ');
    throw new RenderError(`There is no template ${JSON.stringify(template)}, only ${allowed}.`);
  }
  if (!isLocale(locale)) {
    throw new RenderError(
      `There are no mails in ${JSON.stringify(locale)}, only in ${LOCALES.join(' and ')}.`,
    );
  }
  try {
    const parts = partsOf(template, locale);
    const view = {
      ...(templateData(template).parse(email.data) as object),
      publicUrl: settings.publicUrl,
      leadId: email.leadId ?? null,
      company: settings.company ?? NO_COMPANY,
    };
    const data = { locale, timeZone: settings.timeZone, publicUrl: settings.publicUrl };
    return {
      subject: subjectOf(parts.subject(view, { data })),
      text: tidy(parts.text(view, { data })),
      html: parts.html(view, { data }),
    };
  } catch (error) {
    throw new RenderError(`${template}.${locale} cannot be rendered: ${problemOf(error)}`, {
      cause: error,
    });
  }
}

function partsOf(template: RenderedTemplate, locale: Locale): Parts {
  const file = `${template}.${locale}.hbs`;
  const known = compiled.get(file);
  if (known) return known;
  // A file holds the three parts, each after a line such as `--- text`.
  const [, ...sections] = read(file).split(/^--- (subject|text|html)\n/m);
  const sources = new Map<string, string>();
  for (let at = 0; at + 1 < sections.length; at += 2) {
    sources.set(sections[at] ?? '', sections[at + 1] ?? '');
  }
  const compilePart = (part: Part) => {
    const source = sources.get(part);
    if (source === undefined) throw new RenderError(`${file} has no part "--- ${part}".`);
    const kind = part === 'html' ? 'html' : 'plain';
    return environment(kind).compile(source, { strict: true, noEscape: kind === 'plain' });
  };
  const parts = {
    subject: compilePart('subject'),
    text: compilePart('text'),
    html: compilePart('html'),
  };
  compiled.set(file, parts);
  return parts;
}

const ENVIRONMENTS = new Map<'html' | 'plain', typeof Handlebars>();

/** Two of them: a partial is compiled once per environment, with the escaping of its first use. */
function environment(kind: 'html' | 'plain'): typeof Handlebars {
  const known = ENVIRONMENTS.get(kind);
  if (known) return known;
  const handlebars = createHandlebars();
  handlebars.registerHelper({
    date: (at: Date, { data }: Handlebars.HelperOptions) =>
      formatDate(at, data.locale, data.timeZone),
    dateTime: (at: Date, { data }: Handlebars.HelperOptions) =>
      formatDateTime(at, data.locale, data.timeZone),
    leadUrl: (id: string | null, { data }: Handlebars.HelperOptions) =>
      id === null || data.publicUrl === null ? null : leadUrl(data.publicUrl, id),
    is: (value: unknown, expected: unknown) => value === expected,
    count: (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`,
  });
  if (kind === 'html') {
    for (const partial of ['layout', 'fact']) {
      handlebars.registerPartial(partial, read(`${partial}.hbs`));
    }
  }
  ENVIRONMENTS.set(kind, handlebars);
  return handlebars;
}

/** The page of a lead. */
function leadUrl(publicUrl: string, id: string): string {
  return `${publicUrl}/leads/${encodeURIComponent(globalIdOf('Lead', id))}`;
}

/** Beside this file in src and, copied by the build, in dist. */
function read(file: string): string {
  return readFileSync(new URL(`./templates/${file}`, import.meta.url), 'utf8');
}

function subjectOf(rendered: string): string {
  const line = oneLine(rendered);
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}

/** Without the values: this text ends up in the log. */
export function problemOf(error: unknown): string {
  if (error instanceof ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
