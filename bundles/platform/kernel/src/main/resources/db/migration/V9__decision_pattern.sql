-- What decisions have in common: versions asked, rules that fired, kinds of conclusions. Many decisions are alike, so each
-- holds the number of its pattern alone; 0 is one of before, which a worker enters. A pattern's number is made of what it says.

alter table kernel_decision add column pattern bigint not null default 0;
create index kernel_decision_pattern on kernel_decision (pattern, running desc);
create index kernel_decision_newest on kernel_decision (running desc);

-- The rule '' stands for the version itself, the kind '' for a rule that fired and concluded nothing.
create table kernel_decision_mark (
    pattern bigint not null,
    rule_set varchar(200) not null,
    rule_name varchar(300) not null,
    kind varchar(20) not null,
    number integer not null,
    digest char(64) not null,
    constraint kernel_decision_mark_pk primary key (pattern, rule_set, rule_name, kind)
);
create index kernel_decision_mark_rule on kernel_decision_mark (rule_name, rule_set);
