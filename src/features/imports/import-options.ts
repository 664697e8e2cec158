import { z } from 'zod';
import { optionalText } from '../../platform/verbs/parse-input.js';
import { fileOptions } from './file-options.js';

/** How a file is to be imported, as it is stored with the import. */
export const importOptions = fileOptions.extend({
  ownerIds: z.array(z.uuid()).min(1),
  backdateReason: optionalText(500),
  /** Left out unless true, so that the hash of what was sent before stays. */
  dryRun: z.literal(true).optional(),
});
export type ImportOptions = z.output<typeof importOptions>;
