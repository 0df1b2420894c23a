-- What became of machines that were struck; of those before, 0 and nothing: the journal of their order says it.

alter table kernel_machine add column struck_at bigint not null default 0;
alter table kernel_machine add column struck_by varchar(64) not null default '';
alter table kernel_machine add column struck_why ${text} not null default '';
