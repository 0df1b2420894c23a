package dev.kontor.api.journal;

/** One field before and after. Empty stands for "nothing there". */
public record Change(String field, String before, String after) {}
