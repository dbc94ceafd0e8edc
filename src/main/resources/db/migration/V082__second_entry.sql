-- Who entered figures, by identity rather than name: a second entry is another person's. Why one of two entries that differ counts.
alter table return_version
	add column entered_person uuid,
	add column settled_reason text check (length(settled_reason) between 1 and 1000);
