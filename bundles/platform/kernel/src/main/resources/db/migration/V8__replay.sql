-- Versions of rule sets tried on decisions of the past. What stands here can be made again from the decisions.

create index kernel_decision_point on kernel_decision (point, running);

create table kernel_replay (
    id char(36) not null,
    running bigint not null,
    rule_set varchar(200) not null,
    number integer not null,
    digest char(64) not null,
    scope varchar(1000) not null,
    points varchar(2000) not null,
    state varchar(10) not null,
    total integer not null,
    done integer not null,
    changed integer not null,
    failed integer not null,
    reached bigint not null,
    until bigint not null,
    chain char(64) not null,
    spent_ms bigint not null,
    begun_by varchar(64) not null,
    begun_at bigint not null,
    constraint kernel_replay_pk primary key (id)
);
create index kernel_replay_set on kernel_replay (rule_set, running);
create index kernel_replay_state on kernel_replay (state, running);

-- One row for each decision that would be another one; amounts are the order's, zero without an order.
create table kernel_replay_change (
    replay char(36) not null,
    running bigint not null,
    decision char(36) not null,
    order_number varchar(17) not null,
    customer_name varchar(200) not null,
    amount decimal(19,2) not null,
    currency varchar(3) not null,
    decided_at bigint not null,
    content ${text} not null,
    constraint kernel_replay_change_pk primary key (replay, running)
);
create index kernel_replay_change_money on kernel_replay_change (replay, currency, amount, running);

create table kernel_replay_rule (
    replay char(36) not null,
    running bigint not null,
    rule_name varchar(300) not null,
    constraint kernel_replay_rule_pk primary key (replay, running, rule_name)
);
