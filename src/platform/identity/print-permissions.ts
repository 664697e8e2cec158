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

const INTRO = `# Permissions

Written by \`npm run docs\` from the table in \`src/platform/identity/may.ts\`, which the program enforces and a test
checks through the API, verb by verb and role by role.

**Objects that an actor may not see do not exist for them.** Sight comes before permissions: an agent (\`REP\`) sees their own
leads and those they collaborate on, a \`MANAGER\` those of their territory (all, without one), and
\`ADMIN\`, \`AUDITOR\`, \`WALLBOARD\` and \`SERVICE\` all of them, a wallboard without people and free text. All roles
see the pool, without personal data. For any other object the answers are the same as for an id that does not exist;
the rule is in \`src/platform/identity/sight.ts\`.

**Collaborators** are agents whom the owner or a manager lets work on a lead.

| role | may |
|---|---|
| \`VIEW\` | read the lead and all that belongs to it, personal data included, and get its events |
| \`ASSIST\` | also log activities and correct their own, look after follow-ups, samples and contacts |
| \`NEGOTIATE\` | also change the lead, and start, end and void holds |

The owner of the protection stays the same: activities of a collaborator count as the owner's progress, and only the
owner can request an extension. Releasing, converting and losing a lead and choosing its collaborators are for the
owner and the managers. Collaborations end with the ownership, for any reason; the next owner chooses anew. After
that, or when removed, a collaborator sees no more of the lead than any other agent.

**Events** go to the actors who can query the object that the event is about; the audience of each type is defined in
\`src/platform/events/audience.ts\`.

## Verbs

The last column is the standing on the lead that the verb requires beside the role. Managers here are those who see
the lead, and programs (\`SERVICE\`) count as managers where their role is allowed at all.
`;

const PROGRAMS = `## Programs

A program signs in by an API token, and an admin chooses its scopes: \`read\`, and any of the verbs above that SERVICE
may, by name. A new verb is a scope as soon as it is in the table. A scope gives the verb, but no more sight: a
program sees what SERVICE sees, so the payloads of \`retryEmail\`, \`discardEmail\` and \`revokeApiToken\` show
it neither mails nor tokens. Verbs for a person (a follow-up, an extension request) act in the name of the lead’s
owner, and a program decides no request that it made itself. These verbs cannot be scopes of a token:
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
