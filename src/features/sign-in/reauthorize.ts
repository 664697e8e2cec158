import DataLoader from 'dataloader';
import { type Actor, type Collaboration, SYSTEM_ACTOR } from '../../domain/actor.js';
import type { Database } from '../../platform/db/open.js';
import type { Session } from '../../platform/identity/session.js';

interface Known {
  readonly id: string;
  readonly role: string;
  readonly territory: string | null;
  /** Null for none. */
  readonly collaborations: readonly Collaboration[] | null;
}

const ACTIVE_USERS = `/* subscribers */ SELECT id, role, territory, (
    SELECT json_agg(json_build_object('leadId', lead_id, 'ownerId', owner_id))
    FROM lead_collaborator WHERE user_id = user_account.id) AS collaborations
  FROM user_account WHERE id = ANY (string_to_array($1, ',')::uuid[]) AND active`;

const UNREVOKED_TOKENS = `/* subscribers */ SELECT id FROM api_token
  WHERE id = ANY (string_to_array($1, ',')::uuid[]) AND revoked_at IS NULL`;

const NONE: readonly Collaboration[] = [];

/**
 * The present actor of a subscriber, with the leads that they now collaborate on: null once the token has expired or
 * was revoked, the user is gone, or the role or territory is another one. All subscribers that ask at once share a
 * statement, or two.
 */
export function createReauthorizer(
  db: Database,
  clock: () => Date,
): (session: Session) => Promise<Actor | null> {
  /** One statement for all that are asked for at once; the same one is asked for once. */
  function loader<Row extends { readonly id: string }>(sql: string) {
    const rows = new DataLoader<string, Row | null>(
      async (ids) => {
        const found = await db.queryAs<Row>(SYSTEM_ACTOR, sql, [[...new Set(ids)].join(',')]);
        const byId = new Map(found.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      },
      { cache: false },
    );
    return (id: string) => rows.load(id);
  }

  const loadUser = loader<Known>(ACTIVE_USERS);
  const loadToken = loader<{ id: string }>(UNREVOKED_TOKENS);
  return async ({ actor, expiresAt, apiTokenId }) => {
    if (actor.id === null || expiresAt <= clock()) return null;
    const [user, counts] = await Promise.all([
      loadUser(actor.id),
      apiTokenId === null || loadToken(apiTokenId),
    ]);
    if (!counts || user?.role !== actor.role || user.territory !== actor.territory) return null;
    const { id, role, name, email, territory, scopes } = actor;
    // Spelled out: copied, each would have a shape of its own, which takes more memory than the actor.
    return {
      id,
      role,
      name,
      email,
      territory,
      scopes,
      collaborations: user.collaborations ?? NONE,
    };
  };
}
