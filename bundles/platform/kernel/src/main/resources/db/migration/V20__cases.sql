-- Files of cases are tried as decisions of the past are: what the case is called stands where a decision has its order.

alter table kernel_replay_change add column case_name varchar(200) not null default '';
