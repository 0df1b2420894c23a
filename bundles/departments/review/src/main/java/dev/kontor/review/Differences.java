package dev.kontor.review;

import static java.util.Map.entry;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractTerm;
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
 * What differs between two revisions of an order, field by field. Fields have the names that entry gives them, so that
 * they are called on every page as in the order's journal; rows count from 1. An {@link dev.kontor.api.review.OpinionForm}
 * reviews them by kind: {@code lines} means every field of the lines, {@code lines.price} one, {@code delivery} all of it.
 */
public final class Differences {

    private static final List<String> COMMERCIAL =
            List.of("lines.model", "lines.quantity", "lines.unit", "lines.price", "lines.tax", "payment", "customer");
    private static final List<String> CONTRACT = List.of("contract", "terms", "delivery");

    /** What a field without rows belongs to, where that is not the field itself. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            entry("contract-number", "contract.number"), entry("contract-kind", "contract.kind"),
            entry("call-off", "contract.call-off"), entry("customer-number", "contract.customer-number"),
            entry("signed-on", "contract.signed-on"),
            entry("contact-name", "contact.name"), entry("contact-phone", "contact.phone"), entry("contact-email", "contact.email"),
            entry("delivery-date", "delivery.date"), entry("delivery-place", "delivery.place"), entry("partial", "delivery.partial"),
            entry("more.entry.contract-file", "contract.file"),
            entry("pre-acceptance", "delivery.pre-acceptance"), entry("final-acceptance", "delivery.final-acceptance"),
            entry("delivered-with", "delivery.delivered-with"), entry("drawn-signature", "delivery.drawn-signature"),
            entry("deemed-days", "delivery.deemed-days"), entry("deemed-unit", "delivery.deemed-unit"));

    /** What has fields of its own among those of the delivery. */
    private static final Set<String> ACCEPTANCES =
            Set.of(Order.ACCEPTANCES, Order.DELIVERED_ON, Order.DRAWN_SIGNATURE, Order.DEEMED_ACCEPTANCE);

    /** Before the name of a field that a department added. */
    public static final String MORE = "more.";

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

    /** Every field of an order in words; equal words, equal order. What is empty is left out. */
    public static Map<String, String> fields(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        contract(fields, order.contract());
        fields.put("customer", order.customer().value());
        fields.put("contact-name", order.contact().name());
        fields.put("contact-phone", order.contact().phone());
        fields.put("contact-email", order.contact().email());
        order.lines().forEach(line -> line(fields, "lines." + line.position() + ".", line));
        order.payment().instalments().forEach(part -> instalment(fields, "payment." + part.position() + ".", part));
        fields.put("delivery-date", order.delivery().date().toString());
        fields.put("delivery-place", order.delivery().place());
        fields.put("partial", order.delivery().partialAllowed() ? "yes" : "no");
        fields.put("pre-acceptance", order.acceptances().contains(Acceptance.PRE) ? "yes" : "");
        fields.put("final-acceptance", order.acceptances().contains(Acceptance.FINAL) ? "yes" : "");
        fields.put("delivered-with", order.deliveredOn() == Acceptance.FINAL ? Acceptance.FINAL.word() : "");
        fields.put("drawn-signature", order.allowsDrawnSignature() ? "yes" : "");
        order.deemedAcceptance().ifPresent(term -> {
            fields.put("deemed-days", "" + term.days());
            fields.put("deemed-unit", term.workingDays() ? "working" : "");
        });
        for (int i = 0; i < order.terms().size(); i++) {
            term(fields, "terms." + (i + 1) + ".", order.terms().get(i));
        }
        fields.put("channel", order.channel());
        Map<String, String> more = new TreeMap<>(order.more());
        more.keySet().removeAll(ACCEPTANCES);
        more.forEach((name, words) -> fields.put(MORE + name, words));
        fields.values().removeIf(String::isEmpty);
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
        return changes.stream().anyMatch(change -> isOf(change, fields));
    }

    /** {@code lines.price} of {@code lines.2.price}, {@code delivery.date} of {@code delivery-date}. */
    static String kind(String field) {
        return PARTS.getOrDefault(field, field.replaceFirst("\\.\\d+\\.", "."));
    }

    private static boolean isOf(Change change, List<String> fields) {
        String kind = kind(change.field());
        return fields.stream().anyMatch(field -> kind.equals(field) || kind.startsWith(field + "."));
    }

    private int count(List<String> kinds) {
        return (int) changes.stream().filter(change -> isOf(change, kinds)).count();
    }

    private static void contract(Map<String, String> fields, Contract contract) {
        fields.put("contract-number", contract.number().canonical());
        fields.put("contract-kind", contract.kind());
        fields.put("call-off", contract.callOff());
        fields.put("customer-number", contract.customerNumber());
        fields.put("signed-on", contract.signedOn().toString());
        fields.put("agreements", contract.agreements().stream()
                .map(each -> each.number() + " " + each.signedOn())
                .collect(Collectors.joining("; ")));
    }

    private static void line(Map<String, String> fields, String row, OrderLine line) {
        fields.put(row + "model", line.model());
        fields.put(row + "name", line.name());
        fields.put(row + "quantity", plain(line.quantity()));
        fields.put(row + "unit", line.unit());
        fields.put(row + "price", line.unitPrice().toString());
        fields.put(row + "tax", plain(line.taxRate()));
        fields.put(row + "parameters", parameters(line));
        fields.put(row + "accessories", String.join(", ", line.accessories()));
    }

    private static String plain(java.math.BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String parameters(OrderLine line) {
        return line.parameters().stream()
                .map(each -> each.name() + " " + each.value() + " " + each.unit())
                .collect(Collectors.joining("; "));
    }

    private static void instalment(Map<String, String> fields, String row, Instalment part) {
        DueTerm due = part.due();
        fields.put(row + "kind", part.kind());
        fields.put(row + "amount", part.amount().toString());
        fields.put(row + "due-day", due.on());
        fields.put(row + "due-event", due.events().stream().findFirst().orElse(""));
        fields.put(row + "due-or-event", due.events().stream().skip(1).collect(Collectors.joining(", ")));
        fields.put(row + "due-which", due.earliest() ? "" : "last");
        fields.put(row + "due-months", shown(due.months()));
        fields.put(row + "due-days", shown(due.days()));
        fields.put(row + "due-or-months", due.others().stream().map(span -> "" + span.months()).collect(Collectors.joining(", ")));
        fields.put(row + "due-or-days", due.others().stream().map(span -> "" + span.days()).collect(Collectors.joining(", ")));
        fields.put(row + "due-unit", due.workingDays() ? "working" : "");
        fields.put(row + "means", part.means());
        fields.put(row + "payer", part.payer());
    }

    private static String shown(int number) {
        return number == 0 ? "" : "" + number;
    }

    private static void term(Map<String, String> fields, String row, ContractTerm term) {
        fields.put(row + "kind", term.kind());
        fields.put(row + "number", term.number());
        fields.put(row + "words", term.words());
    }
}
