-- Documents that were destroyed, and the contents that are to leave the disk; 0 is never.

alter table kernel_document add column destroyed_at bigint not null default 0;
alter table kernel_document add column destroyed_by varchar(64) not null default '';
create index kernel_document_digest on kernel_document (digest, destroyed_at);

create table kernel_disposal (
    digest char(64) not null,
    since bigint not null,
    constraint kernel_disposal_pk primary key (digest)
);
