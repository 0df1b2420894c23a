-- Lists of many orders. Work is read in three stretches, each in the order in which it is shown: what a person holds, what
-- is free for a role, what somebody took. The kind stands behind so that kinds are told and narrowed without the rows.

create index kernel_task_held on kernel_task (holder, suspended_at, due_at, id, kind);
create index kernel_task_free on kernel_task (holder, task_role, suspended_at, due_at, id, kind);
create index kernel_task_taken on kernel_task (taken, task_role, suspended_at, due_at, id, kind);

-- Which orders wait for a department.
create index kernel_task_kind on kernel_task (kind, order_number);

-- The latest contract and the largest total come first; Derby reads an index in its own direction only.
create index kernel_order_signed_newest on kernel_order (signed_on desc, running desc);
create index kernel_order_currency on kernel_order (currency, total, running);
create index kernel_order_largest on kernel_order (currency desc, total desc, running desc);

-- Violations, newest first.
create index kernel_conclusion_newest on kernel_conclusion (kind, concluded_at desc);
