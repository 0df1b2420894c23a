create index kernel_conclusion_kind on kernel_conclusion (kind, concluded_at);
