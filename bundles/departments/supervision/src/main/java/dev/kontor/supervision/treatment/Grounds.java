package dev.kontor.supervision.treatment;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.events.Events;
import dev.kontor.supervision.events.Lines;
import dev.kontor.supervision.finding.FindingBook;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a treatment is about: a violation that rules found, or what a person can propose consequences of, an audit finding or an
 * entry error that stands in an order's journal.
 */
@Component(service = Grounds.class)
public final class Grounds {

    private static final String OF_FINDING = "finding ";
    private static final String OF_ERROR = "entry error ";
    private static final Pattern FINDING = Pattern.compile("finding:(.+)");
    private static final Pattern ERROR = Pattern.compile("error:(SO-\\d{4}-\\d{5,9}):(\\d{1,18})");

    private final FindingBook findings;
    private final Events events;

    @Activate
    public Grounds(@Reference FindingBook findings, @Reference Events events) {
        this.findings = findings;
        this.events = events;
    }

    /**
     * A finding or an error.
     *
     * @param occasion that tells it from others of its order
     * @param point which rules at {@code supervision/penalties} know it by
     * @param concerned whom it may concern; may be empty
     */
    record Ground(OrderNumber order, String occasion, String point, String clause, String concerned, Text words) {}

    /** @param subject {@code finding:<id>}, or {@code error:<order>:<line of its journal>} */
    Optional<Ground> find(String subject) {
        Matcher finding = FINDING.matcher(subject);
        Matcher error = ERROR.matcher(subject);
        if (finding.matches()) {
            return findings.finding(finding.group(1)).map(found -> new Ground(
                    found.order(), OF_FINDING + found.code(), "supervision/audit", found.clause(), "", found.reason()));
        }
        return error.matches() ? error(new OrderNumber(error.group(1)), Long.parseLong(error.group(2))) : Optional.empty();
    }

    /** In the words in which it was found, with the way to it; empty when the order's journal does not tell it. */
    Optional<Cell> of(Treatment treatment) {
        OrderNumber order = treatment.order();
        String occasion = treatment.occasion();
        if (occasion.startsWith(OF_FINDING)) {
            return findings.finding(order, occasion.substring(OF_FINDING.length()))
                    .map(found -> Cell.link(found.reason(), "orders/" + order + "?tab=supervision-findings"));
        }
        return occasion.matches(OF_ERROR + "\\d{1,18}")
                ? error(order, Long.parseLong(occasion.substring(OF_ERROR.length())))
                        .map(ground -> Cell.link(ground.words(), "orders/" + order + "?tab=timeline"))
                : violation(treatment);
    }

    private Optional<Cell> violation(Treatment treatment) {
        return events.of(treatment.order()).lapses().stream()
                .filter(lapse -> lapse.subject().equals(treatment.concerned()) && lapse.occasion().equals(treatment.occasion()))
                .findFirst()
                .map(lapse -> Cell.link(
                        Text.of("supervision.reason", lapse.words().english(), lapse.words().chinese()), "decisions/" + lapse.decision()));
    }

    private Optional<Ground> error(OrderNumber order, long sequence) {
        return events.of(order).lines("entry.error-found").stream()
                .filter(line -> line.sequence() == sequence)
                .findFirst()
                .map(line -> new Ground(order, OF_ERROR + sequence, "entry/errors", "3.2", Lines.writer(line), line.what()));
    }
}
