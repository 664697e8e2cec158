import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';

/** An environment of its own. The library is loaded by the first one: many a process never renders anything. */
export function createHandlebars(): typeof Handlebars {
  const handlebars: typeof Handlebars = createRequire(import.meta.url)('handlebars');
  return handlebars.create();
}
