package org.mandate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database's own catalogue says about the confinement of organisations' data.
 */
final class Catalogue {

	/**
	 * Tables that hold no organisation's data; those of the guidance module, which are
	 * national too, are known by their prefix.
	 */
	private static final List<String> NATIONAL = List.of("organisation", "spring_session", "spring_session_attributes",
			"first_administrator_link", "flyway_schema_history");

	private static final String TABLES = """
			with tenant as (
				select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner
				from pg_class c
				where c.relnamespace = 'mandate'::regnamespace and c.relkind in ('r', 'p')
				and c.relname <> all (%1$s) and c.relname not like 'guidance\\_%%'
			), first_key as (
				select i.indexrelid, i.indrelid, i.indisprimary, i.indisunique, a.attname
				from pg_index i left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
			)
			""".formatted("'{" + String.join(",", NATIONAL) + "}'::text[]");

	private static final String PROBLEMS = TABLES
			+ """
					select name || ': organisation_id is missing, may be null or does not default to the tenant' from tenant t
					where not exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
						where a.attrelid = t.oid and a.attname = 'organisation_id' and a.attnotnull
						and a.atttypid = 'uuid'::regtype and pg_get_expr(d.adbin, d.adrelid) = 'current_org()')
					union all
					select name || ': row level security is not enabled' from tenant where not relrowsecurity
					union all
					select name || ': row level security is not forced on the owner' from tenant where not relforcerowsecurity
					union all
					select name || ': the policy "organisation" is missing or differs, or there are others' from tenant t
					where (select coalesce(array_agg(row(p.polname, p.polcmd, p.polpermissive, p.polroles,
								pg_get_expr(p.polqual, t.oid), pg_get_expr(p.polwithcheck, t.oid))::text), '{}')
							from pg_policy p where p.polrelid = t.oid)
						<> array[row('organisation'::name, '*'::"char", true, '{0}'::oid[],
								'(organisation_id = ( SELECT current_org() AS current_org))',
								'(organisation_id = ( SELECT current_org() AS current_org))')::text]
					union all
					select name || ': the primary key does not begin with organisation_id' from tenant t
					where not exists (select from first_key k where k.indrelid = t.oid and k.indisprimary
						and k.attname = 'organisation_id')
					union all
					select name || ': the unique index ' || k.indexrelid::regclass || ' reaches across organisations'
					from tenant t join first_key k on k.indrelid = t.oid
					where k.indisunique and k.attname is distinct from 'organisation_id'
					union all
					select name || ': the foreign key ' || f.conname || ' does not carry organisation_id'
					from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
					where f.confrelid in (select oid from tenant) and not exists (
						select from unnest(f.conkey, f.confkey) k (mine, theirs)
						join pg_attribute m on m.attrelid = f.conrelid and m.attnum = k.mine
						join pg_attribute r on r.attrelid = f.confrelid and r.attnum = k.theirs
						where m.attname = 'organisation_id' and r.attname = 'organisation_id')
					union all
					select c.relname || ': listed as national, yet it has organisation_id'
					from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
					where c.relnamespace = 'mandate'::regnamespace and c.relkind in ('r', 'p')
					and c.oid not in (select oid from tenant)
					union all
					select c.relname || ': a view that reads with its owner''s rights' from pg_class c
					where c.relnamespace = 'mandate'::regnamespace and (c.relkind = 'm' or (c.relkind = 'v'
						and not coalesce('security_invoker=true' = any (c.reloptions), false)))
					union all
					select p.proname || ': a function with its owner''s rights and an open search path' from pg_proc p
					where p.pronamespace = 'mandate'::regnamespace and p.prosecdef
					and not coalesce(array_to_string(p.proconfig, ',') like '%search_path=mandate, pg_temp%', false)
					union all
					select name || ': not owned by mandate_owner' from tenant where relowner <> 'mandate_owner'::regrole
					union all
					select rolname || ': may do more than it should' from pg_roles
					where rolname in ('mandate_owner', 'mandate_app', 'mandate_national')
					and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
					union all
					select 'mandate_app: inherits the rights of other roles' from pg_roles
					where rolname = 'mandate_app' and rolinherit
					union all
					select 'mandate_app: may become ' || r.rolname from pg_roles r
					where pg_has_role('mandate_app', r.oid, 'member') and r.rolname not in ('mandate_app', 'mandate_national')
					order by 1
					""";

	private Catalogue() {
	}

	/** Everything that weakens the confinement, in words; empty when all is well. */
	static List<String> problems(Connection connection) throws SQLException {
		return strings(connection, PROBLEMS);
	}

	/** The tables that hold organisations' data, by name. */
	static List<String> tables(Connection connection) throws SQLException {
		return strings(connection, TABLES + "select name from tenant order by name");
	}

	private static List<String> strings(Connection connection, String sql) throws SQLException {
		List<String> found = new ArrayList<>();
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				found.add(rows.getString(1));
			}
		}
		return found;
	}

}
