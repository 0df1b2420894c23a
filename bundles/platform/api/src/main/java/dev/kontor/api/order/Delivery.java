package dev.kontor.api.order;

import java.time.LocalDate;

/** When and where the customer wants the goods. */
public record Delivery(LocalDate date, String place, boolean partialAllowed) {}
