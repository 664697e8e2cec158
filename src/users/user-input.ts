import { z } from 'zod';
import { ROLES } from '../auth/actor.js';
import { oneOf } from '../one-of.js';
import { requiredText } from '../parse-input.js';

export const nameInput = requiredText(200);
export const roleInput = oneOf(ROLES);
export const territoryInput = requiredText(50);
export const localeInput = z.enum(['de', 'en'], 'allowed is de or en');
