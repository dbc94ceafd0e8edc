-- Why a paper went to the governing body although something was missing from it; null where nothing was.
alter table recommendation_submission add column incomplete_reason text check (length(incomplete_reason) between 1 and 1000);
