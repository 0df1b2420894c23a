package dev.kontor.review;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between two revisions of an order, field by field. Fields have the names that an
 * {@link dev.kontor.api.review.OpinionForm} reviews: {@code lines} means every field of the lines, {@code lines.price} one.
 */
public final class Differences {

    private static final Set<String> COMMERCIAL =
            Set.of("lines.model", "lines.quantity", "lines.price", "lines.tax", "payment", "customer");
    private static final Set<String> CONTRACT = Set.of("contract", "terms", "delivery");

    private final List<Change> changes;

    private Differences(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    public static Differences between(Order before, Order after) {
        List<Change> found = new ArrayList<>();
        add(found, "contract", paper(before.contract()), paper(after.contract()));
        add(found, "agreements", agreements(before.contract()), agreements(after.contract()));
        add(found, "customer", before.customer().value(), after.customer().value());
        add(found, "contact", words(before.contact()), words(after.contact()));
        int lines = Math.max(before.lines().size(), after.lines().size());
        for (int i = 0; i < lines; i++) {
            addLine(found, "lines[" + (i + 1) + "]", at(before.lines(), i), at(after.lines(), i));
        }
        add(found, "payment", payment(before), payment(after));
        add(found, "delivery", words(before.delivery()), words(after.delivery()));
        add(found, "terms", terms(before), terms(after));
        add(found, "channel", before.channel(), after.channel());
        Set<String> names = new TreeSet<>(before.more().keySet());
        names.addAll(after.more().keySet());
        names.forEach(name ->
                add(found, "more." + name, before.more().getOrDefault(name, ""), after.more().getOrDefault(name, "")));
        return new Differences(found);
    }

    public List<Change> changes() {
        return changes;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many changes concern price, quantity, model, payment or customer. */
    public int commercial() {
        return count(COMMERCIAL);
    }

    /** How many changes concern what stands in the contract beside the price. */
    public int contractual() {
        return count(CONTRACT);
    }

    public int others() {
        return changes.size() - commercial() - contractual();
    }

    /** Whether one of these fields, or a field below one of them, changed. */
    public boolean touch(List<String> fields) {
        return changes.stream()
                .map(change -> kind(change.field()))
                .anyMatch(kind -> fields.stream().anyMatch(field -> kind.equals(field) || kind.startsWith(field + ".")));
    }

    /** {@code lines.price} of {@code lines[2].price}. */
    public static String kind(String field) {
        return field.replaceAll("\\[\\d+]", "");
    }

    private int count(Set<String> kinds) {
        return (int) changes.stream().filter(change -> kinds.contains(kind(change.field()))).count();
    }

    private static void add(List<Change> found, String field, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Change(field, before, after));
        }
    }

    private static void addLine(List<Change> found, String field, List<OrderLine> before, List<OrderLine> after) {
        add(found, field + ".model", join(before, OrderLine::model), join(after, OrderLine::model));
        add(found, field + ".quantity", join(before, line -> plain(line.quantity())), join(after, line -> plain(line.quantity())));
        add(found, field + ".price", join(before, line -> line.unitPrice().toString()), join(after, line -> line.unitPrice().toString()));
        add(found, field + ".tax", join(before, line -> plain(line.taxRate())), join(after, line -> plain(line.taxRate())));
        add(found, field + ".parameters", join(before, Differences::parameters), join(after, Differences::parameters));
        add(found, field + ".accessories", join(before, line -> String.join(", ", line.accessories())), join(after, line -> String.join(", ", line.accessories())));
    }

    private static List<OrderLine> at(List<OrderLine> lines, int index) {
        return index < lines.size() ? List.of(lines.get(index)) : List.of();
    }

    private static String join(List<OrderLine> line, java.util.function.Function<OrderLine, String> part) {
        return line.stream().map(part).collect(Collectors.joining());
    }

    private static String plain(java.math.BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String parameters(OrderLine line) {
        return line.parameters().stream()
                .map(each -> each.name() + " " + each.value() + " " + each.unit())
                .collect(Collectors.joining("; "));
    }

    private static String paper(Contract contract) {
        return "%s %s %s %s %s".formatted(
                contract.number().canonical(), contract.kind(), contract.callOff(), contract.customerNumber(), contract.signedOn());
    }

    private static String agreements(Contract contract) {
        return contract.agreements().stream().map(each -> each.number() + " " + each.signedOn()).collect(Collectors.joining("; "));
    }

    private static String words(dev.kontor.api.order.Contact contact) {
        return "%s %s %s".formatted(contact.name(), contact.phone(), contact.email()).strip();
    }

    private static String words(dev.kontor.api.order.Delivery delivery) {
        return "%s %s %s".formatted(delivery.date(), delivery.place(), delivery.partialAllowed() ? "partial" : "whole");
    }

    private static String payment(Order order) {
        return order.payment().instalments().stream().map(Differences::instalment).collect(Collectors.joining("\n"));
    }

    private static String instalment(Instalment part) {
        return "%d %s %s %s %s %s".formatted(part.position(), part.kind(), part.amount(), due(part.due()), part.means(), part.payer()).strip();
    }

    private static String due(DueTerm due) {
        return due.on().isEmpty() ? "%s+%dm+%dd".formatted(String.join("/", due.events()), due.months(), due.days()) : due.on();
    }

    private static String terms(Order order) {
        return order.terms().stream().map(term -> term.kind() + " " + term.number() + " " + term.words()).collect(Collectors.joining("\n"));
    }
}
