package dev.kontor.cli;

import java.util.Map;

/**
 * A row of the source as the command takes it.
 *
 * @param line in the file, the header being 1; blank lines and line breaks inside values are not counted
 * @param key what names it in the source
 * @param values of the command, with groups as lists of maps
 * @param upload the file that goes with it; empty if none
 */
record Row(int line, String key, Map<String, Object> values, String upload) {}
