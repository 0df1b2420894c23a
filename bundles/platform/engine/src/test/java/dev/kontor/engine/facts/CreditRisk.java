package dev.kontor.engine.facts;

import dev.kontor.api.order.Money;

/** How much a customer owes beyond its limit. */
public record CreditRisk(String customer, Money overdue, int worstDays) {}
