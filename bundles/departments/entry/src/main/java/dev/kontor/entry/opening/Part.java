package dev.kontor.entry.opening;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;

/**
 * Which part of the totals is stated: a form has at most 500 rows, and a company more customers.
 *
 * @param number from 1 on
 * @param of how many there are
 */
record Part(int number, int of) {

    /** @param written {@code 2/10}; nothing where all of it is said at once */
    static Part of(String written) {
        if (written.isEmpty()) {
            return new Part(1, 1);
        }
        Part part = written.matches("[1-9]\\d{0,2}/[1-9]\\d{0,2}")
                ? new Part(Integer.parseInt(written.split("/")[0]), Integer.parseInt(written.split("/")[1]))
                : new Part(1, 0);
        if (part.number() > part.of()) {
            throw Refused.at("part", Text.of("entry.opening.gap.part", written));
        }
        return part;
    }
}
