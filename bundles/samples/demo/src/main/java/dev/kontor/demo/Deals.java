package dev.kontor.demo;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.Orders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders of the demo company's deals, and what is written into the agenda about each. */
final class Deals {

    private static final Logger LOG = LoggerFactory.getLogger(Deals.class);

    /** What is typed, made on the day on which it is. */
    @FunctionalInterface
    interface Typed {
        Map<String, Object> values();
    }

    private final Agenda agenda;
    private final Staff staff;
    private final Documents documents;
    private final Orders orders;
    private final Map<String, OrderNumber> numbers = new HashMap<>();
    private final Set<Deal> stuck = new HashSet<>();

    Deals(Agenda agenda, Staff staff, Documents documents, Orders orders) {
        this.agenda = agenda;
        this.staff = staff;
        this.documents = documents;
        this.orders = orders;
    }

    LocalDate signedOn(Deal deal) {
        return agenda.day(deal.signedBefore());
    }

    /** @param age days since the contract was signed; nothing more happens to a deal once something was refused */
    void at(Deal deal, int age, Agenda.Step step) {
        agenda.on(deal.signedBefore() - age, () -> {
            if (!stuck.contains(deal)) {
                take(deal, step);
            }
        });
    }

    private void take(Deal deal, Agenda.Step step) throws InterruptedException {
        try {
            step.take();
        } catch (Refused refused) {
            stuck.add(deal);
            LOG.warn("The demo order of {} stays where it is: {}", deal.contract(), refused.getMessage());
        }
    }

    void step(Deal deal, int age, String person, String command, String subject, Typed typed) {
        step(deal, age, person, command, subject, typed, "");
    }

    /** @param which of several alike */
    void step(Deal deal, int age, String person, String command, String subject, Typed typed, String which) {
        at(deal, age, () -> staff.order(
                person, command, subject, number(deal), deal.contract() + "-" + command + "-" + subject + which, typed.values()));
    }

    void doIfOffered(Deal deal, String person, String command, Map<String, Object> typed) throws InterruptedException {
        if (staff.isOffered(person, command, number(deal))) {
            staff.order(person, command, "", number(deal), deal.contract() + "-" + command, typed);
        }
    }

    void register(Deal deal) throws InterruptedException {
        String signed = signedOn(deal).toString();
        Optional<Answer> answer = staff.company(deal.representative(), "entry/register", deal.contract(), Map.of(
                "contract-number", deal.contract(), "contract-kind", "sale", "customer", Catalogue.BUYERS.get(deal.buyer()).name(),
                "customer-number", "PO-" + deal.contract().substring(5), "signed-on", signed,
                "channel", List.of("fair", "online", "referral").get(deal.buyer() % 3), "contract-file", contract(deal, "Signed on " + signed)));
        answer.flatMap(Answer::order).ifPresent(number -> numbers.put(deal.contract(), number));
    }

    /** Found again where the platform was stopped since it was registered. */
    OrderNumber number(Deal deal) {
        return numbers.computeIfAbsent(deal.contract(), contract -> orders
                .list(OrderFilter.ALL.matching(contract), OrderSort.NEWEST, "", 1, staff.person("auditor")).orders().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no order of %s.".formatted(contract)))
                .number());
    }

    String customer(OrderNumber number) {
        return orders.order(number, staff.person("auditor")).orElseThrow().customer().value();
    }

    void knows(Deal deal, OrderNumber number) {
        numbers.put(deal.contract(), number);
    }

    Upload contract(Deal deal, String when) {
        return paper(deal.contract(), List.of("Sales contract " + deal.contract(), when,
                Catalogue.MACHINES.get(deal.machine()).model() + " x " + deal.quantity(), "", "Demo company. Not a real contract."));
    }

    Upload paper(String words) {
        return paper(words.replace(' ', '-'), List.of(words, "Demo company."));
    }

    private Upload paper(String name, List<String> lines) {
        try {
            return documents.take(name + ".pdf", new ByteArrayInputStream(Paper.of(lines)));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
