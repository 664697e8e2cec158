import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { ROLES, type Role } from '../../domain/actor.js';
import {
  LEAD_NEEDS,
  type LeadNeed,
  notForPrograms,
  PERMISSIONS,
  rolesOf,
  VERBS,
  type Verb,
} from './may.js';

const FILE = 'docs/permissions.md';

const INTRO = `# Who may do what

Written by \`npm run docs\` from the table in \`src/platform/identity/may.ts\`, which the program asks and a
test walks, verb by verb and role by role, through the API.

**What you may not see does not exist.** Before any of this comes sight: an agent (\`REP\`) sees their own
leads and those they collaborate on, a \`MANAGER\` those of their territory (all, without one), and
\`ADMIN\`, \`AUDITOR\`, \`WALLBOARD\` and \`SERVICE\` all of them, a wallboard without people and free text. The
pool everybody sees, without personal data. About anything else every answer is the same as about an id
that was made up; the rule is in \`src/features/leads/visibility.ts\`.

**Collaborators** are agents whom the owner, or a manager, lets work on a lead.

| role | may |
|---|---|
| \`VIEW\` | read the lead and all that belongs to it, personal data included, and be told its events |
| \`ASSIST\` | also log activities and correct their own, look after follow-ups, samples and contacts |
| \`NEGOTIATE\` | also change the lead, and start, end and void holds |

Whose the protection is does not change: what a collaborator does counts as the owner's progress, and an
extension only the owner can ask for. Releasing, converting, losing a lead and choosing its collaborators
stays with the owner and the managers. Collaborations end with the ownership, however that ends; the
next owner chooses anew. Then, or when removed, a collaborator sees no more of the lead than anybody.

**Events** are told to whoever finds in a query what they are about; which type is for whom stands in
\`src/platform/events/audience.ts\`.

## Verbs

The last column is what somebody has to be to the lead, beside having the role. Managers here are those
who see the lead, and programs (\`SERVICE\`) count as managers where their role is allowed at all.
`;

const PROGRAMS = `## Programs

A program signs in by an API token, and an admin chooses its scopes: \`read\`, and any of the verbs above that SERVICE
may, by name. A new verb is a scope as soon as it stands in the table. A scope gives the verb, no more sight: a
program sees what SERVICE sees, so the payloads of \`retryEmail\`, \`discardEmail\` and \`revokeApiToken\` show
it neither mails nor tokens. What is about a person (a follow-up, an extension request) it does in the name of the
lead’s owner, and it decides no request that it made itself. These no token can have as a scope:
`;

function refused(): string[] {
  return VERBS.flatMap((verb: Verb) => {
    const reason = notForPrograms(verb);
    return reason === null ? [] : [`- \`${verb}\`: ${reason}.`];
  });
}

/** docs/permissions.md as it should be. */
export function permissionsText(): string {
  const head = `| verb | ${ROLES.join(' | ')} | on the lead |`;
  const rule = `|---|${ROLES.map(() => ':-:|').join('')}---|`;
  const rows = VERBS.map((verb) => {
    const permission = PERMISSIONS[verb];
    const roles: readonly Role[] = rolesOf(verb);
    const marks = ROLES.map((role) => (roles.includes(role) ? '✓' : '')).join(' | ');
    const need: LeadNeed = permission.lead;
    const lead = need === 'NONE' ? '–' : LEAD_NEEDS[need];
    const note = 'note' in permission ? `. ${permission.note}` : '';
    return `| \`${verb}\` | ${marks} | ${lead}${note} |`;
  });
  return `${INTRO}\n${[head, rule, ...rows].join('\n')}\n\n${PROGRAMS}\n${refused().join('\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(FILE, permissionsText());
}
