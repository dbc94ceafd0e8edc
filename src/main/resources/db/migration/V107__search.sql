-- All strings of a paper, as words to look for: kept with it, for a paper is long and never changed. What is no longer JSON
-- has none. Cut where a tsvector might grow beyond what PostgreSQL allows.
create function paper_text(content text) returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as
$$
begin
	return (select coalesce(string_agg(value #>> '{}', ' '), '')
		from jsonb_path_query(content::jsonb, 'strict $.**') value
		where jsonb_typeof(value) = 'string' and length(value #>> '{}') > 1);
exception when invalid_text_representation then
	return '';
end
$$;

create function paper_words(content text) returns tsvector language sql immutable
set search_path = mandate, pg_catalog, pg_temp as
$$
select to_tsvector('pg_catalog.english', left(paper_text(content), 150000))
$$;

revoke execute on function paper_text(text), paper_words(text) from public;
grant execute on function paper_text(text), paper_words(text) to mandate_app;

alter table sealed_paper add column words tsvector generated always as (paper_words(content)) stored;
