import type { SqlQueryable } from '@prisma/driver-adapter-utils';

/** An object that migrations make, with its definition. */
export interface CatalogueItem {
  readonly kind: string;
  readonly name: string;
  /** As this server prints it: see `comparable`. */
  readonly definition: string;
}

/**
 * All objects that migrations make in the schema `public`: tables, columns, constraints, indexes, triggers, policies,
 * functions, views, and what the roles of Leadwarden are granted. Definitions are the same on every installation, so
 * they name no owner.
 */
export const CATALOGUE_SQL = `
  WITH relation AS (
    SELECT c.oid, c.relname, c.relkind, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S')
      AND c.relname <> '_prisma_migrations'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  )
  SELECT 'table' AS kind, relname::text AS name,
    concat('row-level security ', relrowsecurity, ' ', relforcerowsecurity) AS definition
  FROM relation WHERE relkind = 'r'
  UNION ALL
  SELECT 'view', relname, concat(reloptions::text, ' ', pg_get_viewdef(oid)) FROM relation WHERE relkind = 'v'
  UNION ALL
  SELECT 'column', relname || '.' || attname,
    concat(format_type(atttypid, atttypmod), ' ', attnotnull, ' ', pg_get_expr(adbin, adrelid))
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relkind = 'r'
  UNION ALL
  SELECT 'constraint', relname || '.' || conname, concat(pg_get_constraintdef(con.oid), ' ', convalidated)
  FROM relation JOIN pg_constraint con ON conrelid = relation.oid AND contype IN ('c', 'f', 'p', 'u', 'x')
  UNION ALL
  SELECT 'index', index.relname, concat(pg_get_indexdef(indexrelid), ' ', indisvalid)
  FROM relation JOIN pg_index ON indrelid = relation.oid JOIN pg_class index ON index.oid = indexrelid
  UNION ALL
  SELECT 'trigger', relname || '.' || tgname, concat(pg_get_triggerdef(trigger.oid), ' ', tgenabled)
  FROM relation JOIN pg_trigger trigger ON tgrelid = relation.oid AND NOT tgisinternal
  UNION ALL
  SELECT 'policy', relname || '.' || polname, concat(polcmd, ' ', polpermissive, ' ', (
      SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles WHERE pg_roles.oid = ANY(polroles)),
    ' using ', pg_get_expr(polqual, polrelid), ' check ', pg_get_expr(polwithcheck, polrelid))
  FROM relation JOIN pg_policy ON polrelid = relation.oid
  UNION ALL
  SELECT 'function', proname, concat(pg_get_function_identity_arguments(p.oid), ' ', prosecdef, ' ', provolatile, ' ',
    proconfig::text, ' ', prosrc)
  FROM pg_proc p
  WHERE pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'grant', concat(privilege_type, ' on ', relname, ' to ', coalesce(rolname, 'everybody')), ''
  FROM relation CROSS JOIN LATERAL aclexplode(relacl) AS acl LEFT JOIN pg_roles ON pg_roles.oid = acl.grantee
  WHERE acl.grantee = 0 OR rolname LIKE 'leadwarden\\_%'
  UNION ALL
  SELECT 'grant', concat(privilege_type, ' on ', relname, '.', attname, ' to ', coalesce(rolname, 'everybody')), ''
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attacl IS NOT NULL
  CROSS JOIN LATERAL aclexplode(attacl) AS acl LEFT JOIN pg_roles ON pg_roles.oid = acl.grantee
  WHERE acl.grantee = 0 OR rolname LIKE 'leadwarden\\_%'`;

export async function readCatalogue(session: SqlQueryable): Promise<CatalogueItem[]> {
  const { rows } = await session.queryRaw({ sql: CATALOGUE_SQL, args: [], argTypes: [] });
  return rows.map(([kind, name, definition]) => ({
    kind: String(kind),
    name: String(name),
    definition: String(definition),
  }));
}

/**
 * A definition without the parts that versions of PostgreSQL print differently: casts, brackets, qualifiers, aliases.
 */
export function comparable({ kind, definition }: CatalogueItem): string {
  if (kind === 'function') return definition;
  return definition
    .toLowerCase()
    .replace(
      /::(?:timestamp with(?:out)? time zone|character varying|double precision|"?\w+"?)(?:\(\d+\))?(?:\[\])?/g,
      '',
    )
    .replace(/\bas "?\w+"?/g, '')
    .replace(/"?\b\w+"?\.(?=[a-z_"])/g, '')
    .replace(/[\s"()]+/g, '');
}
