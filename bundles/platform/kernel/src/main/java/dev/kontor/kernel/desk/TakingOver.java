package dev.kontor.kernel.desk;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Reached;
import dev.kontor.api.opening.OpeningPart;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What departments bring in of an order that was under way when the company began (期初), the earliest milestones first. */
final class TakingOver {

    private final OpenedOrder opened;
    private final List<OpeningPart> parts;

    private TakingOver(OpenedOrder opened, List<OpeningPart> parts) {
        this.opened = opened;
        this.parts = parts;
    }

    /** @throws Refused {@code UNAVAILABLE} when one that the order needs is missing: what it would have brought would be lost */
    static TakingOver of(OpenedOrder opened, List<OpeningPart> all) {
        List<MilestoneName> needed = needed(opened);
        needed.stream().filter(each -> all.stream().noneMatch(part -> part.brings().contains(each))).findFirst().ifPresent(missing -> {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.opening-missing", Text.of("milestone." + missing)));
        });
        List<OpeningPart> parts = all.stream()
                .filter(part -> needed.stream().anyMatch(part.brings()::contains))
                .sorted(Comparator.comparingInt((OpeningPart part) -> first(part, needed)))
                .toList();
        return new TakingOver(opened, parts);
    }

    private static List<MilestoneName> needed(OpenedOrder opened) {
        List<MilestoneName> needed = new ArrayList<>(opened.reached().stream().map(Reached::milestone).toList());
        opened.machines().stream()
                .flatMap(machine -> machine.reached().stream())
                .map(Reached::milestone)
                .filter(each -> !needed.contains(each))
                .distinct()
                .forEach(needed::add);
        if (!opened.paid().isEmpty() || !opened.invoices().isEmpty()) {
            needed.add(MilestoneName.FINANCE_COLLECTED);
        }
        return needed;
    }

    private static int first(OpeningPart part, List<MilestoneName> needed) {
        return (int) needed.stream().takeWhile(each -> !part.brings().contains(each)).count();
    }

    /** Each through the wall: a milestone is reached by its own department also here. */
    void bringIn(OpenFile file) {
        parts.forEach(part -> part.takeOver(file, opened));
        opened.reached().stream().map(Reached::milestone).filter(each -> !file.milestones().contains(each)).findFirst().ifPresent(each -> {
            throw new IllegalStateException("The part that brings %s did not let %s reach it.".formatted(each, file.number()));
        });
    }
}
