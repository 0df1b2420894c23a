package dev.kontor.demo;

import java.util.List;

/**
 * One contract of the demo company and how far its order has come.
 *
 * @param signedBefore calendar days before the demo's first day
 */
record Deal(
        String contract, String representative, int buyer, int machine, int quantity, int signedBefore, String plan, Stage stage) {

    /** In the order in which an order comes to them, from cleared on. */
    enum Stage {
        REGISTERED, DRAFT, SUBMITTED, RETURNED, PASSED, PARTLY_REVIEWED, OBJECTED, CLEARED,
        PLANNED, STARTED, FINISHED, UNDER_WAY, DELIVERED, FILED;

        boolean isCleared() {
            return compareTo(CLEARED) >= 0;
        }

        boolean hasCome(Stage to) {
            return isCleared() && compareTo(to) >= 0;
        }
    }

    /** A framework contract that is not signed yet. */
    static final Deal FRAMEWORK = new Deal("KT-D-F01", "lina", 2, 4, 1, 0, "3-3-3-1", Stage.PASSED);

    static final List<Deal> ALL = List.of(
            new Deal("KT-D-001", "lina", 0, 3, 2, 1, "30-60-10", Stage.CLEARED),
            new Deal("KT-D-002", "zhao", 1, 0, 3, 1, "3-3-3-1", Stage.CLEARED),
            new Deal("KT-D-003", "lina", 2, 2, 4, 1, "50-50", Stage.CLEARED),
            new Deal("KT-D-004", "lina", 4, 4, 2, 1, "3-3-3-1", Stage.PASSED),
            new Deal("KT-D-005", "zhao", 3, 1, 1, 1, "30-60-10", Stage.PARTLY_REVIEWED),
            new Deal("KT-D-006", "lina", 5, 5, 1, 0, "30-60-10", Stage.OBJECTED),
            new Deal("KT-D-007", "zhao", 6, 0, 2, 0, "3-3-3-1", Stage.PASSED),
            new Deal("KT-D-008", "lina", 7, 2, 3, 0, "100", Stage.RETURNED),
            new Deal("KT-D-009", "lina", 0, 0, 1, 0, "50-50", Stage.SUBMITTED),
            new Deal("KT-D-010", "zhao", 1, 5, 2, 12, "30-60-10", Stage.SUBMITTED),
            new Deal("KT-D-011", "lina", 4, 1, 1, 0, "3-3-3-1", Stage.DRAFT),
            new Deal("KT-D-012", "zhao", 2, 3, 2, 0, "", Stage.REGISTERED),
            new Deal("KT-D-013", "lina", 6, 2, 2, 9, "", Stage.REGISTERED),
            new Deal("KT-D-014", "lina", 5, 2, 1, 1, "30-60-10", Stage.PLANNED),
            new Deal("KT-D-015", "lina", 0, 3, 1, 1, "30-60-10", Stage.STARTED),
            new Deal("KT-D-016", "lina", 4, 2, 1, 1, "30-60-10", Stage.FINISHED),
            new Deal("KT-D-017", "lina", 3, 5, 1, 1, "30-60-10", Stage.UNDER_WAY),
            new Deal("KT-D-018", "lina", 4, 0, 1, 1, "30-60-10", Stage.DELIVERED),
            new Deal("KT-D-019", "lina", 0, 2, 1, 1, "30-60-10", Stage.FILED));
}
