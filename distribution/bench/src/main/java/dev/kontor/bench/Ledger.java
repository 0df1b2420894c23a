package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform has of lives that ended, looked at from outside: nothing of an order is missing or there twice, what was
 * paid is what it cost, and no serial number or archival code was given to two.
 */
final class Ledger {

    private static final int PAGE = 200;
    private static final List<String> STAGES = List.of(
            "entry.registered", "entry.submitted", "review.passed", "review.cleared", "production.started", "production.finished",
            "logistics.dispatched", "logistics.arrived", "logistics.delivered", "finance.collected", "finance.completed",
            "finance.settled", "archive.filed");
    /** Papers that a life files, and how often. */
    private static final Map<String, Long> PAPERS = Map.of(
            "entry.contract", 1L, "production.inspection", 1L, "logistics.delivery-note", 1L, "logistics.acceptance", 1L,
            "finance.receipt", (long) Life.PAID.size(), "finance.invoice", 1L, "finance.settlement", 1L);

    private final Staffed people;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> serials = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private BigDecimal received = BigDecimal.ZERO;

    private Ledger(Staffed people) {
        this.people = people;
    }

    static Map<String, Object> of(Staffed people, Collection<String> orders) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(people);
        for (String order : orders) {
            ledger.stages(order);
            ledger.papers(order);
            ledger.journal(order);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("orders", orders.size());
        line.put("serial_numbers", ledger.serials.size());
        line.put("archival_codes", ledger.codes.size());
        line.put("received", ledger.received);
        line.put("faults", ledger.faults.size());
        line.put("first_fault", ledger.faults.isEmpty() ? "" : ledger.faults.get(0));
        return line;
    }

    private void stages(String order) throws IOException, InterruptedException {
        List<String> reached = people.get("auditor", "orders/" + order + "/milestones").findValuesAsText("name");
        STAGES.forEach(stage -> expect(order, stage, 1, reached.stream().filter(stage::equals).count()));
    }

    private void papers(String order) throws IOException, InterruptedException {
        List<String> kinds = people.get("auditor", "orders/" + order + "/documents").findValuesAsText("kind");
        PAPERS.forEach((kind, times) -> expect(order, kind, times, kinds.stream().filter(kind::equals).count()));
    }

    private void journal(String order) throws IOException, InterruptedException {
        Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
        long before = Long.MAX_VALUE;
        while (before > 0) {
            JsonNode part = people.get("auditor", "orders/%s/journal?limit=%d&before=%d".formatted(order, PAGE, before));
            part.path("entries").forEach(entry -> lines.computeIfAbsent(entry.path("kind").asText(), kind -> new ArrayList<>()).add(entry));
            before = part.path("next").asLong();
        }
        BigDecimal paid = lines.getOrDefault("finance.receipt-recorded", List.of()).stream()
                .map(entry -> new BigDecimal(changed(entry, "credited").replaceAll("[^0-9.]", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal due = Life.PAID.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (paid.compareTo(due) != 0) {
            faults.add("%s: %s received instead of %s".formatted(order, paid, due));
        }
        received = received.add(paid);
        taken(order, "machine.enrolled", serials, lines);
        taken(order, "archive.filed", codes, lines);
    }

    /** The one line of the kind names what nobody else may have. */
    private void taken(String order, String kind, Set<String> names, Map<String, List<JsonNode>> lines) {
        List<JsonNode> found = lines.getOrDefault(kind, List.of());
        expect(order, kind, 1, found.size());
        String named = found.stream().map(entry -> entry.path("what").asText()).collect(Collectors.joining());
        if (!names.add(named)) {
            faults.add("%s: %s %s is another's too".formatted(order, kind, named));
        }
    }

    private static String changed(JsonNode entry, String field) {
        for (JsonNode change : entry.path("changes")) {
            if (change.path("field").asText().equals(field)) {
                return change.path("after").asText();
            }
        }
        return "0";
    }

    private void expect(String order, String what, long times, long found) {
        if (times != found) {
            faults.add("%s: %s %d times instead of %d".formatted(order, what, found, times));
        }
    }
}
