-- Lists of a person who represents or holds a great many, and of one who represents few among a great many.

create index kernel_order_representative_due on kernel_order (representative, due_at, running);
create index kernel_order_representative_signed on kernel_order (representative, signed_on, running);
create index kernel_order_representative_signed_newest on kernel_order (representative, signed_on desc, running desc);

-- The kinds of what somebody holds and of what is free for a role, without reading each of those tasks.
create index kernel_task_held_kind on kernel_task (holder, kind);
create index kernel_task_free_kind on kernel_task (holder, task_role, kind);
