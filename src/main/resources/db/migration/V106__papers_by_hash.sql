-- Papers are looked for by the hash in their footer, or the beginning of it.
create index sealed_paper_sha256 on sealed_paper (organisation_id, sha256 collate "C");
