-- The company: customers, models, accounts, documents, words, calendar overrides, notifications. Conventions as in V1.

create table kernel_counter (
    name varchar(64) not null,
    last_number bigint not null,
    constraint kernel_counter_pk primary key (name)
);
insert into kernel_counter (name, last_number) values ('customer', 0);
insert into kernel_counter (name, last_number) values ('accounts', 0);

create table kernel_customer (
    id varchar(32) not null,
    name varchar(200) not null,
    name_digest char(64) not null,
    search_words varchar(2000) not null,
    credit_code varchar(18) not null,
    country varchar(200) not null,
    address varchar(200) not null,
    invoicing varchar(20000) not null,
    affiliates varchar(200) not null,
    version bigint not null,
    constraint kernel_customer_pk primary key (id),
    constraint kernel_customer_name unique (name_digest)
);
create index kernel_customer_affiliates on kernel_customer (affiliates);

create table kernel_customer_contact (
    customer varchar(32) not null,
    position_of integer not null,
    name varchar(200) not null,
    phone varchar(200) not null,
    email varchar(200) not null,
    constraint kernel_customer_contact_pk primary key (customer, position_of)
);

create table kernel_model (
    model varchar(200) not null,
    name varchar(200) not null,
    search_words varchar(2000) not null,
    unit varchar(200) not null,
    list_price decimal(19,2) not null,
    currency char(3) not null,
    version bigint not null,
    constraint kernel_model_pk primary key (model)
);

create table kernel_model_parameter (
    model varchar(200) not null,
    position_of integer not null,
    name varchar(200) not null,
    content varchar(200) not null,
    unit varchar(200) not null,
    constraint kernel_model_parameter_pk primary key (model, position_of)
);

create table kernel_account (
    id varchar(64) not null,
    name varchar(200) not null,
    hash varchar(300) not null,
    one_time smallint not null,
    one_time_until bigint not null,
    enabled smallint not null,
    speaks varchar(20) not null,
    since bigint not null,
    version bigint not null,
    constraint kernel_account_pk primary key (id)
);

create table kernel_account_role (
    account varchar(64) not null,
    role_name varchar(100) not null,
    granted_by varchar(64) not null,
    granted_at bigint not null,
    constraint kernel_account_role_pk primary key (account, role_name)
);
create index kernel_account_role_name on kernel_account_role (role_name);

create table kernel_grant (
    id char(36) not null,
    account varchar(64) not null,
    role_name varchar(100) not null,
    proposed_by varchar(64) not null,
    proposed_at bigint not null,
    constraint kernel_grant_pk primary key (id),
    constraint kernel_grant_role unique (account, role_name)
);

create table kernel_delegation (
    id char(36) not null,
    from_account varchar(64) not null,
    to_account varchar(64) not null,
    role_name varchar(100) not null,
    first_day char(10) not null,
    last_day char(10) not null,
    constraint kernel_delegation_pk primary key (id)
);
create index kernel_delegation_to on kernel_delegation (to_account);

-- Sessions and tokens are kept by the SHA-256 of what the holder carries.
create table kernel_session (
    digest char(64) not null,
    account varchar(64) not null,
    csrf varchar(64) not null,
    opened_at bigint not null,
    used_at bigint not null,
    constraint kernel_session_pk primary key (digest)
);
create index kernel_session_account on kernel_session (account);

create table kernel_token (
    digest char(64) not null,
    id char(36) not null,
    account varchar(64) not null,
    name varchar(200) not null,
    roles varchar(2000) not null,
    issued_at bigint not null,
    ends_at bigint not null,
    constraint kernel_token_pk primary key (digest),
    constraint kernel_token_id unique (id)
);
create index kernel_token_account on kernel_token (account);

create table kernel_upload (
    digest char(64) not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    byte_count bigint not null,
    taken_at bigint not null,
    constraint kernel_upload_pk primary key (digest)
);

create table kernel_document (
    id char(36) not null,
    order_number varchar(17) not null,
    kind varchar(100) not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    byte_count bigint not null,
    digest char(64) not null,
    filed_by varchar(64) not null,
    filed_at bigint not null,
    position_of integer not null,
    constraint kernel_document_pk primary key (id)
);
create unique index kernel_document_order on kernel_document (order_number, position_of);

create table kernel_word (
    order_number varchar(17) not null,
    name varchar(100) not null,
    word varchar(64) not null,
    constraint kernel_word_pk primary key (order_number, name, word)
);
create index kernel_word_word on kernel_word (word, order_number);

create table kernel_calendar_override (
    day char(10) not null,
    working smallint not null,
    reason varchar(200) not null,
    made_by varchar(64) not null,
    made_at bigint not null,
    constraint kernel_calendar_override_pk primary key (day)
);

create table kernel_notification (
    person varchar(64) not null,
    notice bigint not null,
    kind varchar(100) not null,
    order_number varchar(17) not null,
    words varchar(20000) not null,
    at_time bigint not null,
    seen smallint not null,
    constraint kernel_notification_pk primary key (person, notice)
);
create index kernel_notification_unread on kernel_notification (person, seen);
