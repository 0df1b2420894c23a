package dev.kontor.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** The demo company at work, over REST: what its people do, in their words. */
final class Company {

    private static final AtomicInteger CONTRACTS = new AtomicInteger();
    /** A scenario that kills the platform over and over is carried on by what is left of it in between. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final byte[] CONTRACT_FILE = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private final Function<String, Rest> people;

    Company(Platform platform) {
        this(platform::as);
    }

    /** @param people those of the company by their sign-in names */
    Company(Function<String, Rest> people) {
        this.people = people;
    }

    Rest as(String person) {
        return people.apply(person);
    }

    /** A customer nobody else in the tests uses, so that its contracts do not add up with others'. */
    String customer() {
        return customer("");
    }

    /** @param group whose contracts count together */
    String customer(String group) {
        return named("Test Machines", group);
    }

    /** @param name to which a number is added */
    String named(String name, String group) {
        int number = CONTRACTS.incrementAndGet();
        return as("lina").command("customers/save", Map.of("values", Map.of(
                        "name", "%s %d %s".formatted(name, number, unique()),
                        "country", "DE",
                        "address", "Hafenstr. 1, Hamburg",
                        "affiliates", group,
                        "contacts", List.of(Map.of("name", "Anke", "phone", "+49 40 1", "email", "anke@example.org")))))
                .expect(200)
                .body()
                .path("id")
                .asText();
    }

    /** A customer who may owe ten million. */
    String trusted() {
        return trusted(10_000_000);
    }

    /** A customer who may owe this many yuan. */
    String trusted(long yuan) {
        return trusted(yuan, "");
    }

    String trusted(long yuan, String group) {
        String customer = customer(group);
        as("zhou").command("finance/set-credit-limit", Map.of("values", Map.of(
                        "customer", customer, "limit", "" + yuan, "currency", "CNY",
                        "expires", today().plusYears(1).toString(), "reason", "Pays early.")))
                .expect(200);
        as("gao").command("finance/confirm-credit-limit", Map.of("values", Map.of("subject", customer, "agreed", "yes"))).expect(200);
        return customer;
    }

    String contractNumber() {
        return "IT-%d-%s".formatted(CONTRACTS.incrementAndGet(), unique());
    }

    /** No longer than what a company writes itself. */
    static String unique() {
        return Long.toString(System.nanoTime(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }

    Rest.Got register(String contract, String customer, LocalDate signedOn) {
        return as("lina").command("entry/register", Map.of("values", Map.of(
                "contract-number", contract, "contract-kind", "sale", "customer", customer, "signed-on", signedOn.toString())));
    }

    String registered() {
        return register(contractNumber(), customer(), today()).expect(200).body().path("order").asText();
    }

    /** What a sales representative types, worth this many yuan including tax. */
    Map<String, Object> contract(long yuan) {
        Map<String, Object> values = new HashMap<>();
        values.put("contact-name", "Anke");
        values.put("contact-phone", "+49 40 1");
        values.put("channel", "fair");
        values.put("currency", "CNY");
        values.put("lines", List.of(Map.of(
                "model", "KX-500", "name", "Machining centre", "quantity", "1", "unit", "台", "price", "" + yuan,
                "tax", "13", "parameters", "Spindle: 12000 rpm")));
        values.put("plan", "30-60-10");
        values.put("delivery-date", today().plusDays(120).toString());
        values.put("delivery-place", "Hamburg");
        values.put("partial", "no");
        values.put("terms", List.of(
                Map.of("kind", "exemption", "number", "11.2", "words", "No liability for consequential loss."),
                Map.of("kind", "breach", "number", "12.1", "words", "0.05 % a day, at most 5 %.")));
        values.put("contract-file", as("lina").upload("contract.pdf", CONTRACT_FILE));
        return values;
    }

    void save(String order, Map<String, Object> values) {
        as("lina").command("entry/save", order, values).expect(200);
    }

    Rest.Got submit(String order) {
        return as("lina").command("entry/submit", order, Map.of("confirmed", "yes"));
    }

    String submitted(long yuan) {
        return submitted(yuan, customer());
    }

    String submitted(long yuan, String customer) {
        String order = entered(yuan, customer);
        submit(order).expect(200);
        return order;
    }

    /** Everything is typed, nothing is submitted. */
    String entered(long yuan, String customer) {
        String order = register(contractNumber(), customer, today()).expect(200).body().path("order").asText();
        save(order, contract(yuan));
        return order;
    }

    Rest.Got submitWithAgreement(String order) {
        return as("lina").command("entry/submit", order, Map.of("confirmed", "yes", "agreement-number", "SA-1",
                "agreement-signed-on", today().toString(), "agreement-file", as("lina").upload("agreement.pdf", CONTRACT_FILE)));
    }

    /** A new order of a trusted customer, which has passed the preliminary review. */
    String passedFor(long yuan) {
        String order = submitted(yuan, trusted());
        passed(order);
        return order;
    }

    void passed(String order) {
        arrived(order);
        pass(order).expect(200);
    }

    /** The head of sales finds everything in order, the signing date as on the paper. */
    Rest.Got pass(String order) {
        return as("chen").command("review/pass-preliminary", order, Map.of(
                "item-complete", "in-order", "item-accurate", "in-order", "item-credit", "in-order",
                "item-policy", "in-order", "signed-on", today().toString()));
    }

    String cleared(long yuan) {
        String order = submitted(yuan, trusted());
        passed(order);
        production(order, "no-objection").expect(200);
        finance(order).expect(200);
        legal(order, "acceptable").expect(200);
        return order;
    }

    /** Waits until every department has opened the file: an arrival is a command of its own. */
    void handled(String order) {
        until(() -> order + " is opened: " + waiting(order), () -> !waiting(order).findValuesAsText("kind").contains("arrival"));
    }

    /** Waits for what the platform does by itself. */
    void until(String what, BooleanSupplier happened) {
        until(() -> what, happened);
    }

    private static void until(Supplier<String> what, BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what.get());
            }
        }
    }

    String journal(String order) {
        return as("auditor").get("orders/" + order + "/journal").expect(200).body().toString();
    }

    /** Waits until the order file has arrived at the review: an arrival is a command of its own. */
    void arrived(String order) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (as("chen").get("commands/review/pass-preliminary?order=" + order).status() != 200) {
            if (System.nanoTime() > end) {
                throw new AssertionError(order + " did not arrive at the review: " + tasks(order));
            }
        }
    }

    Rest.Got production(String order, String verdict) {
        return as("sun").command("review/opine", order, Map.of(
                "feasibility", "feasible", "cycle", "fits", "material", "available", "verdict", verdict,
                "remarks", verdict.equals("objection") ? "The spindle is not made any more." : ""));
    }

    Rest.Got legal(String order, String clause) {
        return as("wu").command("review/opine", order, Map.of(
                "compliance", "compliant", "risk", "low", "clause-1", clause, "clause-2", clause, "verdict", "no-objection"));
    }

    Rest.Got finance(String order) {
        return as("zhou").command("review/opine", order, Map.of(
                "payment-method", "reasonable", "condition", "good", "credit-risk", "low", "verdict", "no-objection"));
    }

    /** A changed parameter of a set, kept as a proposal. */
    void proposed(String set, String from, String to) {
        String csv = as("rules").get("rules/" + set).expect(200).body().path("set").path("active").path("version").path("digest").asText();
        String now = as("rules").get("rules/" + set + "/files/" + csv).expect(200).body().path("parameters.csv").asText();
        as("rules").command("rules/upload", Map.of("values", Map.of(
                        "set", set, "file", "parameters.csv", "content", now.replace(from, to).strip(), "then", "propose",
                        "reason", "To be tried.")))
                .expect(200);
    }

    /** Tries the set's proposal on the decisions of today; answers the report's id when it is done. */
    String replayed(String set) {
        return replayed(set, today(), today());
    }

    String replayed(String set, LocalDate from, LocalDate to) {
        JsonNode candidate = as("rules").get("rules/" + set).expect(200).body().path("set").path("candidate");
        String report = as("rules").command("rules/replay", Map.of("values", Map.of(
                        "set", set, "digest", candidate.path("version").path("digest").asText(),
                        "from", from.toString(), "to", to.toString())))
                .expect(200).body().path("next").asText();
        until(report + " is done", () -> as("rules").get(report).expect(200).body().path("replay").path("state").asText().equals("DONE"));
        return report.replace("replays/", "");
    }

    /** The company's day, which is ahead of the machine's in the evening of Europe. */
    static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    }

    /** Kinds of the order's open tasks, with what each is about. */
    List<String> tasks(String order) {
        List<String> tasks = new ArrayList<>();
        for (JsonNode waiting : waiting(order)) {
            if (waiting.path("kind").asText().equals("task")) {
                tasks.add(waiting.path("what").asText());
            }
        }
        return tasks;
    }

    /** Whether a task is the archivist's, who files the papers of an order that has ended too. */
    static boolean isFiling(String task) {
        return task.startsWith("File the order's volume");
    }

    /** Those of its open tasks in which the review of the order is owed, by whomever. */
    List<String> reviews(String order) {
        return tasks(order).stream().filter(task -> task.contains("pinion") || task.contains("review")).toList();
    }

    private JsonNode waiting(String order) {
        return as("auditor").get("orders/" + order + "/waiting").expect(200).body();
    }

    List<String> milestones(String order) {
        return as("auditor").get("orders/" + order + "/milestones").expect(200).body().findValuesAsText("name");
    }

    String milestone(String order) {
        return as("auditor").get("orders/" + order).expect(200).body().path("milestone").asText();
    }
}
