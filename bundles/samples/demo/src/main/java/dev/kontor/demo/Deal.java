package dev.kontor.demo;

import java.util.List;

/**
 * One contract of the demo company and how far its order has come on the last day.
 *
 * @param signedBefore calendar days before the last day
 * @param turn what else happened to it
 */
record Deal(
        String contract, String representative, int buyer, int machine, int quantity, int signedBefore, String plan, Stage stage, Turn turn) {

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

    enum Turn {
        NONE,
        /** Registered days after it was signed, and delivered after its day. */
        LATE,
        /** Bought for, and repaired under warranty; another case is open. */
        SERVICED,
        /** Its retention money fell due after three months, and is not paid. */
        RETAINED,
        /** The customer asks for another delivery date, and the amendment is under review. */
        CHANGING,
        /** The customer cannot pay what fell due on acceptance. */
        HARDSHIP,
        /** An error of its entry was found. */
        WRONG,
        CANCELLED,
        TERMINATED
    }

    Deal(String contract, String representative, int buyer, int machine, int quantity, int signedBefore, String plan, Stage stage) {
        this(contract, representative, buyer, machine, quantity, signedBefore, plan, stage, Turn.NONE);
    }

    /** A framework contract that is not signed yet. */
    static final Deal FRAMEWORK = new Deal("KT-D-F01", "lina", 2, 4, 1, 0, "3-3-3-1", Stage.PASSED);

    /** Two quarters; what was signed last stands in the early stages, and four customers owe an advance for longer and longer. */
    static final List<Deal> ALL = List.of(
            new Deal("KT-D-020", "lina", 8, 0, 1, 182, "short", Stage.FILED, Turn.RETAINED),
            new Deal("KT-D-021", "zhao", 3, 2, 1, 170, "30-60-10", Stage.FILED, Turn.SERVICED),
            new Deal("KT-D-022", "lina", 0, 5, 1, 150, "30-60-10", Stage.FILED),
            new Deal("KT-D-023", "zhao", 9, 0, 1, 130, "30-60-10", Stage.CLEARED),
            new Deal("KT-D-024", "zhao", 6, 2, 1, 120, "30-60-10", Stage.FILED, Turn.LATE),
            new Deal("KT-D-025", "lina", 7, 2, 1, 104, "30-60-10", Stage.OBJECTED, Turn.TERMINATED),
            new Deal("KT-D-026", "lina", 2, 3, 1, 95, "30-60-10", Stage.STARTED, Turn.CANCELLED),
            new Deal("KT-D-027", "lina", 12, 0, 1, 90, "3-3-3-1", Stage.DELIVERED, Turn.HARDSHIP),
            new Deal("KT-D-019", "lina", 0, 2, 1, 80, "30-60-10", Stage.FILED),
            new Deal("KT-D-028", "zhao", 10, 3, 1, 78, "30-60-10", Stage.CLEARED),
            new Deal("KT-D-018", "lina", 4, 0, 1, 33, "30-60-10", Stage.DELIVERED),
            new Deal("KT-D-029", "lina", 11, 2, 1, 47, "30-60-10", Stage.CLEARED),
            new Deal("KT-D-017", "lina", 3, 5, 1, 27, "30-60-10", Stage.UNDER_WAY),
            new Deal("KT-D-030", "lina", 4, 1, 1, 14, "30-60-10", Stage.PLANNED, Turn.CHANGING),
            new Deal("KT-D-016", "lina", 4, 2, 1, 26, "30-60-10", Stage.FINISHED),
            new Deal("KT-D-031", "zhao", 7, 2, 1, 24, "30-60-10", Stage.CLEARED, Turn.WRONG),
            new Deal("KT-D-015", "lina", 0, 3, 1, 16, "30-60-10", Stage.STARTED),
            new Deal("KT-D-013", "lina", 6, 2, 2, 9, "", Stage.REGISTERED, Turn.LATE),
            new Deal("KT-D-010", "zhao", 1, 5, 2, 12, "30-60-10", Stage.SUBMITTED),
            new Deal("KT-D-014", "lina", 5, 2, 1, 9, "30-60-10", Stage.PLANNED),
            new Deal("KT-D-006", "lina", 5, 5, 1, 8, "30-60-10", Stage.OBJECTED),
            new Deal("KT-D-003", "lina", 2, 2, 4, 7, "50-50", Stage.CLEARED),
            new Deal("KT-D-001", "lina", 0, 3, 2, 6, "30-60-10", Stage.CLEARED),
            new Deal("KT-D-005", "zhao", 3, 1, 1, 6, "30-60-10", Stage.PARTLY_REVIEWED),
            new Deal("KT-D-002", "zhao", 1, 0, 3, 5, "3-3-3-1", Stage.CLEARED),
            new Deal("KT-D-004", "lina", 4, 4, 2, 5, "3-3-3-1", Stage.PASSED),
            new Deal("KT-D-007", "zhao", 6, 0, 2, 4, "3-3-3-1", Stage.PASSED),
            new Deal("KT-D-008", "lina", 7, 2, 3, 4, "100", Stage.RETURNED),
            new Deal("KT-D-009", "lina", 0, 0, 1, 2, "50-50", Stage.SUBMITTED),
            new Deal("KT-D-011", "lina", 4, 1, 1, 1, "3-3-3-1", Stage.DRAFT),
            new Deal("KT-D-012", "zhao", 2, 3, 2, 0, "", Stage.REGISTERED));

    boolean is(Turn other) {
        return turn == other;
    }
}
