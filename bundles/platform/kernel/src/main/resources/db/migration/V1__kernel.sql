-- The desk: orders, tasks, conclusions, journals, arrivals, notices. Instants are UTC milliseconds, days ISO 8601 text.
-- Nothing is null: '' is "none", 0 is "never", 9999-12-31 and the largest BIGINT are "not due".

create table kernel_number (
    year_of integer not null,
    last_number bigint not null,
    constraint kernel_number_pk primary key (year_of)
);

create table kernel_subject (
    name varchar(200) not null,
    uses bigint not null,
    constraint kernel_subject_pk primary key (name)
);

create table kernel_order (
    number varchar(17) not null,
    running bigint not null,
    revision integer not null,
    contract_key varchar(200) not null,
    contract varchar(64) not null,
    contract_kind varchar(20) not null,
    call_off varchar(64) not null,
    content ${text} not null,
    customer varchar(32) not null,
    customer_name varchar(200) not null,
    signed_on char(10) not null,
    representative varchar(64) not null,
    milestone varchar(100) not null,
    total decimal(19,2) not null,
    currency char(3) not null,
    judged smallint not null,
    registered_at bigint not null,
    version bigint not null,
    constraint kernel_order_pk primary key (number),
    constraint kernel_order_contract unique (contract_key, call_off)
);
create unique index kernel_order_running on kernel_order (running);
create index kernel_order_customer on kernel_order (customer, signed_on);
create index kernel_order_milestone on kernel_order (milestone, running);
create index kernel_order_representative on kernel_order (representative, running);

create table kernel_revision (
    order_number varchar(17) not null,
    revision integer not null,
    content ${text} not null,
    made_by varchar(64) not null,
    made_at bigint not null,
    constraint kernel_revision_pk primary key (order_number, revision)
);

-- What the contracts in force come to; apart from the orders, whose rows running commands lock.
create table kernel_contract (
    order_number varchar(17) not null,
    customer varchar(32) not null,
    signed_on char(10) not null,
    total decimal(19,2) not null,
    currency char(3) not null,
    constraint kernel_contract_pk primary key (order_number)
);
create index kernel_contract_customer on kernel_contract (customer, signed_on);

create table kernel_milestone (
    order_number varchar(17) not null,
    name varchar(100) not null,
    revision integer not null,
    running bigint not null,
    reached_by varchar(64) not null,
    reached_at bigint not null,
    constraint kernel_milestone_pk primary key (order_number, name)
);

create table kernel_task (
    id char(36) not null,
    order_number varchar(17) not null,
    kind varchar(100) not null,
    subject varchar(200) not null,
    task_role varchar(100) not null,
    holder varchar(64) not null,
    opened_at bigint not null,
    event_day char(10) not null,
    within_days integer not null,
    last_day char(10) not null,
    due_at bigint not null,
    provisional smallint not null,
    calendar varchar(64) not null,
    suspended_at bigint not null,
    decision varchar(36) not null,
    judged smallint not null,
    asked smallint not null,
    version bigint not null,
    constraint kernel_task_pk primary key (id)
);
create index kernel_task_order on kernel_task (order_number);
create index kernel_task_role on kernel_task (task_role, due_at, id);
create index kernel_task_due on kernel_task (last_day, asked);

create table kernel_task_done (
    id char(36) not null,
    order_number varchar(17) not null,
    kind varchar(100) not null,
    subject varchar(200) not null,
    task_role varchar(100) not null,
    holder varchar(64) not null,
    opened_at bigint not null,
    last_day char(10) not null,
    due_at bigint not null,
    decision varchar(36) not null,
    verdict varchar(100) not null,
    remarks ${text} not null,
    ended_by varchar(64) not null,
    ended_at bigint not null,
    constraint kernel_task_done_pk primary key (id)
);
create index kernel_task_done_order on kernel_task_done (order_number);

create table kernel_hold (
    order_number varchar(17) not null,
    point varchar(100) not null,
    subject varchar(200) not null,
    milestone varchar(100) not null,
    reason_en varchar(2000) not null,
    reason_zh varchar(2000) not null,
    clause varchar(100) not null,
    decision varchar(36) not null,
    held_at bigint not null,
    constraint kernel_hold_pk primary key (order_number, point, milestone, subject)
);

create table kernel_conclusion (
    order_number varchar(17) not null,
    point varchar(100) not null,
    kind varchar(20) not null,
    subject varchar(200) not null,
    occasion varchar(200) not null,
    revision integer not null,
    task varchar(36) not null,
    decision varchar(36) not null,
    concluded_at bigint not null,
    constraint kernel_conclusion_pk primary key (order_number, point, kind, subject, occasion)
);

create table kernel_decision (
    id char(36) not null,
    order_number varchar(17) not null,
    point varchar(100) not null,
    running bigint not null,
    content ${text} not null,
    constraint kernel_decision_pk primary key (id)
);
create index kernel_decision_order on kernel_decision (order_number, running);

create table kernel_arrival (
    order_number varchar(17) not null,
    department varchar(100) not null,
    revision integer not null,
    running bigint not null,
    arrived_at bigint not null,
    attempts integer not null,
    failure varchar(500) not null,
    constraint kernel_arrival_pk primary key (order_number, department, revision)
);
create index kernel_arrival_running on kernel_arrival (running);

create table kernel_arrived (
    order_number varchar(17) not null,
    department varchar(100) not null,
    revision integer not null,
    constraint kernel_arrived_pk primary key (order_number, department, revision)
);

create table kernel_journal_head (
    journal varchar(17) not null,
    sequence bigint not null,
    hash char(64) not null,
    constraint kernel_journal_head_pk primary key (journal)
);

create table kernel_journal (
    journal varchar(17) not null,
    sequence bigint not null,
    written_at bigint not null,
    written_by varchar(64) not null,
    kind varchar(100) not null,
    what ${text} not null,
    changes ${text} not null,
    simulated smallint not null,
    decision varchar(36) not null,
    hash char(64) not null,
    constraint kernel_journal_pk primary key (journal, sequence)
);

create table kernel_key (
    person varchar(64) not null,
    request_key varchar(200) not null,
    digest char(64) not null,
    outcome varchar(20) not null,
    content ${text} not null,
    kept_at bigint not null,
    constraint kernel_key_pk primary key (person, request_key)
);
create index kernel_key_kept on kernel_key (kept_at);

create table kernel_outbox (
    id bigint not null,
    kind varchar(40) not null,
    order_number varchar(17) not null,
    what ${text} not null,
    roles ${text} not null,
    people ${text} not null,
    told_at bigint not null,
    constraint kernel_outbox_pk primary key (id)
);

create table kernel_outbox_consumer (
    name varchar(100) not null,
    since bigint not null,
    constraint kernel_outbox_consumer_pk primary key (name)
);

create table kernel_outbox_taken (
    id bigint not null,
    name varchar(100) not null,
    constraint kernel_outbox_taken_pk primary key (id, name)
);

create table kernel_roster (
    kind varchar(20) not null,
    name varchar(200) not null,
    opens_on varchar(1000) not null,
    since bigint not null,
    removed smallint not null,
    constraint kernel_roster_pk primary key (kind, name)
);
