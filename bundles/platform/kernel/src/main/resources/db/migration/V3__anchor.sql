-- Anchors that were written: a file that is taken away is missed. What grew since the last one is found by time.

create table kernel_anchor (
    number bigint not null,
    written_at bigint not null,
    digest char(64) not null,
    constraint kernel_anchor_pk primary key (number)
);

create index kernel_journal_written on kernel_journal (written_at);
