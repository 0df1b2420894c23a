package dev.kontor.rest;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.document.Document;
import dev.kontor.api.journal.Anchors;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleHistory;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the fixed tree, as the description lists it.
 *
 * @param query names of parameters in the address
 * @param answer the record, or what a list is made of; empty for a file
 * @param many a list of them
 */
record Operation(
        String method, String path, String tag, String summary, List<String> query, Optional<Class<?>> answer, boolean many) {

    private static final String PAGED = "limit";

    static final List<Operation> ALL = List.of(
            one("/orders", "orders", "Orders that the caller may see, newest first unless sorted", Orders.Page.class,
                    "words", "milestone", "customer", "representative", "from", "until", "department", "role", "late",
                    "sort", "rising", "after", PAGED),
            one("/orders/{number}", "orders", "An order at a glance; ETag and If-None-Match are understood",
                    OrderSummary.class),
            one("/orders/{number}/order", "orders", "The revision in force, or another one", Order.class, "revision"),
            list("/orders/{number}/milestones", "orders", "Every milestone the order stands on", Milestone.class),
            list("/orders/{number}/waiting", "orders", "Why the order is not further on", Waiting.class),
            one("/orders/{number}/journal", "orders", "What happened, newest first", OrderResource.Entries.class, "before", PAGED),
            list("/orders/{number}/decisions", "orders", "What the rules decided, with facts, firings and reasons", DecisionRecord.class),
            one("/orders/{number}/decisions/{id}/verification", "orders", "Decides again on the facts as kept and compares",
                    OrderResource.Verification.class),
            list("/orders/{number}/documents", "orders", "The order's documents", Document.class),
            list("/orders/{number}/offers", "orders", "What the caller can do with the order now", Desk.Offer.class),
            one("/decisions", "decisions", "Decisions about orders that the caller may see, the latest first", Decisions.Part.class,
                    "order", "set", "version", "rule", "kind", "from", "until", "after", PAGED),
            one("/decisions/{id}", "decisions", "A decision with facts, firings and reasons", DecisionRecord.class),
            one("/decisions/{id}/near-misses", "decisions", "The parameters that almost decided otherwise",
                    Reconsiderations.NearMisses.class),
            one("/decisions/{id}/what-if", "decisions", "The values of its facts that can be changed", Reconsiderations.Sheet.class),
            one("/decisions/{id}/what-if/outcome", "decisions",
                    "What would be decided with other values, each by the name of its field; nothing is kept",
                    Reconsiderations.Outcome.class, "versions"),
            one("/tasks", "tasks", "The caller's open work, the most urgent first", TaskResource.Tasks.class,
                    "whose", "kind", "department", "customer", "due", "after", PAGED),
            one("/tasks/{id}", "tasks", "One task", Task.class),
            new Operation("post", "/documents", "documents", "Takes a file in, as the raw body; answers its handle",
                    List.of("name"), Optional.of(DocumentResource.Taken.class), false),
            new Operation("get", "/documents/{id}", "documents", "A document's content", List.of(), Optional.empty(), false),
            list("/commands", "commands", "Every command that is registered now", Desk.Known.class),
            one("/commands/{department}/{verb}", "commands", "A command's form, what stands in it, and its version",
                    Desk.Offer.class, "order", "task", "subject"),
            new Operation("post", "/commands/{department}/{verb}", "commands", "Does it", List.of(),
                    Optional.of(Answer.class), false),
            list("/rules", "rules", "Every rule set", RuleSets.RuleSet.class),
            list("/rules/signers", "rules", "Whose signature on exported sets was ever accepted or asked to be, and by whom", RuleSets.Signer.class),
            one("/rules/{department}/{set}", "rules", "A rule set with its versions", RuleResource.History.class),
            new Operation("get", "/rules/{department}/{set}/files/{digest}", "rules", "The files of a version by path",
                    List.of(), Optional.of(Object.class), false),
            new Operation("get", "/rules/{department}/{set}/export/{digest}", "rules", "A version as one signed zip, to be imported elsewhere",
                    List.of(), Optional.empty(), false),
            new Operation("post", "/rules/{department}/{set}/check", "rules", "Checks files, each in Base64, and keeps nothing",
                    List.of(), Optional.of(RuleSets.Version.class), false),
            one("/rules/{department}/{set}/changes", "rules",
                    "What a version says otherwise than another, in sentences; from the one that decides to the candidate if not said",
                    RuleResource.Changes.class, "from", "to"),
            list("/rules/{department}/{set}/parameters", "rules", "Every value a set's parameters had, have or will have, and who brought it",
                    RuleHistory.ParameterLine.class),
            list("/replays/of/{department}/{set}", "rules", "Replays of a set's versions, newest first", Replays.Replay.class),
            list("/replays/proofs", "rules", "Decisions executed again by the versions that they cite, newest first", Replays.Replay.class),
            one("/replays/{id}", "rules", "A version tried on decisions of the past, with the money behind what would change",
                    ReplayResource.Report.class),
            one("/replays/{id}/changes", "rules", "The decisions that would change, as decided and with the version",
                    ReplayResource.Part.class, "sort", "from", PAGED),
            one("/journal", "journal", "The company's journal, newest first", OrderResource.Entries.class, "before", "kind", "by",
                    "day", PAGED),
            one("/journal/verification", "journal", "Recomputes every journal's chain", Journals.Verification.class),
            list("/journal/anchors", "journal", "Anchors that were written, oldest first", Anchors.Kept.class),
            new Operation("post", "/journal/anchors", "journal", "Anchors the journals that grew", List.of(),
                    Optional.of(JournalResource.Anchored.class), false),
            new Operation("post", "/journal/hashes", "journal", "The hashes of entries, by journal and place", List.of(),
                    Optional.of(String.class), true),
            list("/pages", "pages", "The console's pages that the caller may open", PageResource.Known.class),
            one("/pages/{path}", "pages", "A page of the console as data", View.class),
            new Operation("post", "/tokens", "tokens", "A token for a name and a password", List.of(),
                    Optional.of(TokenResource.Issued.class), false),
            new Operation("get", "/backup", "operation", "A copy of database, documents and rule sets as one zip", List.of(),
                    Optional.empty(), false),
            new Operation("get", "/openapi.json", "operation", "This description; with an order, of what can be done with it",
                    List.of("order"), Optional.of(Object.class), false));

    private static Operation one(String path, String tag, String summary, Class<?> answer, String... query) {
        return new Operation("get", path, tag, summary, List.of(query), Optional.of(answer), false);
    }

    private static Operation list(String path, String tag, String summary, Class<?> answer) {
        return new Operation("get", path, tag, summary, List.of(), Optional.of(answer), true);
    }

    /** Whether it is done without a token. */
    boolean forAnybody() {
        return path.equals("/tokens") || path.equals("/openapi.json");
    }
}
