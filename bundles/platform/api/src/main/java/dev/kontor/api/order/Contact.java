package dev.kontor.api.order;

/** Whom to call at the customer's. Phone or e-mail may be empty, not both when an order is submitted. */
public record Contact(String name, String phone, String email) {}
