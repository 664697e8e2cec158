import { LeadwardenError } from '../../domain/errors.js';
import type { LogPlace } from './log-reader.js';

/** The end of the event log, which whatever is read afterwards is up to date with; the error where it is not known. */
export type KnownEnd = LogPlace | LeadwardenError;

/** The end as this process knows it now; UNAVAILABLE while the hub is not running. */
export function knownEnd(hub: { end(): LogPlace }): KnownEnd {
  try {
    return hub.end();
  } catch (error) {
    if (error instanceof LeadwardenError) return error;
    throw error;
  }
}
