-- A casting vote, or another rule than the majority of votes cast, may decide either way: the meeting's record says by which rule.
alter table recommendation_resolution drop constraint recommendation_resolution_check1;
