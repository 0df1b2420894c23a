package dev.kontor.archive.book;

/**
 * An archival code (档号): 全宗号-门类·年度-保管期限-机构-件号, {@code Q001-XSDD·2026-D30-XS-0001}.
 *
 * @param running 1 for the first of its series; without gaps
 * @see "Regulation, clause 9.2; DA/T 22"
 */
public record ArchivalCode(SeriesKey series, long running) {

    /** All but the last part. @param period {@code Y} or {@code D<years>} */
    public record SeriesKey(String fonds, String classCode, int year, String period, String office) {

        @Override
        public String toString() {
            return "%s-%s·%d-%s-%s".formatted(fonds, classCode, year, period, office);
        }
    }

    @Override
    public String toString() {
        return "%s-%04d".formatted(series, running);
    }
}
