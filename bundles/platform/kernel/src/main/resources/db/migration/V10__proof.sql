-- Decisions executed again by the versions that they cite, to prove that they still come out the same: a replay of its own kind.

alter table kernel_replay add column proof smallint not null default 0;
