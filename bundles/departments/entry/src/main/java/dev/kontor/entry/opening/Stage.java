package dev.kontor.entry.opening;

import dev.kontor.api.order.MilestoneName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far an order was that is opened; each stage has passed those before it. */
enum Stage {
    CLEARED(MilestoneName.REVIEW_CLEARED),
    STARTED(MilestoneName.PRODUCTION_STARTED),
    /** Every machine of it. */
    FINISHED(MilestoneName.PRODUCTION_FINISHED),
    DISPATCHED(MilestoneName.LOGISTICS_DISPATCHED),
    ARRIVED(MilestoneName.LOGISTICS_ARRIVED),
    DELIVERED(MilestoneName.LOGISTICS_DELIVERED);

    /** Those that a machine passes on a day of its own. */
    static final List<Stage> OF_A_MACHINE = List.of(FINISHED, DISPATCHED, ARRIVED, DELIVERED);

    private final MilestoneName milestone;

    Stage(MilestoneName milestone) {
        this.milestone = milestone;
    }

    MilestoneName milestone() {
        return milestone;
    }

    /** As a sheet says it, {@code cleared}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of the day on which an order came so far. */
    String field() {
        return word() + "-on";
    }

    boolean hasPassed(Stage other) {
        return compareTo(other) >= 0;
    }

    /** All that it has passed, itself too, in their order. */
    List<Stage> passed() {
        return Arrays.stream(values()).filter(this::hasPassed).toList();
    }

    static Optional<Stage> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Stage::word).toList();
    }
}
