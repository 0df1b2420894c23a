package dev.kontor.review;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What differs between two revisions of an order, field by field. Fields have the names that an
 * {@link dev.kontor.api.review.OpinionForm} reviews: {@code lines} means every field of the lines, {@code lines.price} one.
 */
public final class Differences {

    private static final Set<String> COMMERCIAL =
            Set.of("lines.model", "lines.quantity", "lines.unit", "lines.price", "lines.tax", "payment", "customer");
    private static final Set<String> CONTRACT = Set.of("contract", "terms", "delivery");

    private final List<Change> changes;

    private Differences(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    public static Differences between(Order before, Order after) {
        Map<String, String> old = fields(before);
        Map<String, String> now = fields(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        return new Differences(names.stream()
                .map(name -> new Change(name, old.getOrDefault(name, ""), now.getOrDefault(name, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList());
    }

    /** Every field of an order in words; equal words, equal order. */
    public static Map<String, String> fields(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("contract", paper(order.contract()));
        fields.put("agreements", agreements(order.contract()));
        fields.put("customer", order.customer().value());
        fields.put("contact", words(order.contact()));
        order.lines().forEach(line -> addLine(fields, "lines[" + line.position() + "]", line));
        fields.put("payment", payment(order));
        fields.put("delivery", words(order.delivery()));
        fields.put("terms", terms(order));
        fields.put("channel", order.channel());
        new TreeMap<>(order.more()).forEach((name, words) -> fields.put("more." + name, words));
        return fields;
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

    private static void addLine(Map<String, String> fields, String field, OrderLine line) {
        fields.put(field + ".model", line.model());
        fields.put(field + ".name", line.name());
        fields.put(field + ".quantity", plain(line.quantity()));
        fields.put(field + ".unit", line.unit());
        fields.put(field + ".price", line.unitPrice().toString());
        fields.put(field + ".tax", plain(line.taxRate()));
        fields.put(field + ".parameters", parameters(line));
        fields.put(field + ".accessories", String.join(", ", line.accessories()));
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
