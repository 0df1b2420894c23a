package dev.kontor.aftersales.facts;

/** Somebody to whom a retrospective is passed on. @param role who reads it there */
public record Recipient(String role) {}
