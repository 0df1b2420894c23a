package dev.kontor.archive.facts;

/**
 * A volume that has to be filed.
 *
 * @param volume 1 for the order's own, 2 and more for supplementary ones
 * @param since ISO 8601: the day of completion, or the day on which later documents were found
 * @param documents how many wait to be filed
 */
public record VolumeDue(String volume, String since, int documents) {}
