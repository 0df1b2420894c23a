package dev.kontor.entry;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused.Gap;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.DraftOrder;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.Shown;
import dev.kontor.entry.draft.SignedTerms;
import dev.kontor.entry.fault.EntryErrors;
import dev.kontor.entry.need.ChannelCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A confirmed draft becomes the order's next revision and leaves for the preliminary review. */
@Component(service = Submission.class)
public final class Submission {

    private final Drafts drafts;
    private final EntryErrors errors;
    private final ChannelCounts counts;
    private final WorkingCalendar calendar;

    @Activate
    public Submission(
            @Reference Drafts drafts, @Reference EntryErrors errors, @Reference ChannelCounts counts,
            @Reference WorkingCalendar calendar) {
        this.drafts = drafts;
        this.errors = errors;
        this.counts = counts;
        this.calendar = calendar;
    }

    /**
     * Submits. What was cleared is cleared no longer, until the review has seen what changed: also while the
     * review does not run.
     *
     * @param values {@code confirmed}, and {@code agreement-…} where signed terms change
     * @throws Refused with every gap at its field
     */
    public Order submit(OrderFile file, Values values) {
        Draft draft = drafts.find(file.number())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("entry.no-draft", file.number().value())));
        if (!values.yes("confirmed")) {
            throw Refused.at("confirmed", Text.of("entry.gap.confirmed"));
        }
        List<Gap> gaps = Completeness.gaps(draft.plain());
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        Order content = content(file, draft, values);
        judgeLateness(file);
        if (drafts.isSubmitted(file.number())) {
            file.consult(Question.at(Entry.RESUBMISSION)); // an objection to the revision in force holds the next one
        }
        file.revise(content);
        drafts.confirm(file.number(), new Drafts.Confirmation(content.revision(), file.actor().id(), file.now()));
        obeyChecks(file);
        drafts.forget(file.number());
        counts.count(content);
        file.index("entry", words(content));
        file.note("entry.submitted", Text.of("entry.submitted", content.revision(), content.total()), List.of());
        Entry.owed(file).forEach(task -> file.complete(task.id(), Outcome.of("submitted")));
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.of("entry.change.submitted", content.revision()));
        file.reach(MilestoneName.ENTRY_SUBMITTED);
        return content;
    }

    private Order content(OrderFile file, Draft draft, Values values) {
        DraftOrder typed = new DraftOrder(draft.plain());
        Optional<Order> before = file.order();
        if (before.isEmpty() || !drafts.isSubmitted(file.number())) {
            int next = before.map(Order::revision).orElse(0) + 1;
            return typed.order(file.number(), next, file.summary().representative(), List.of());
        }
        List<SupplementaryAgreement> agreements = new ArrayList<>(before.get().contract().agreements());
        int revision = before.get().revision() + 1;
        Order after = typed.order(file.number(), revision, file.summary().representative(), agreements);
        Set<String> changed = SignedTerms.changed(before.get(), after, errors.corrected(file.number(), before.get().revision()));
        agreement(file, values, changed, before.get().contract()).ifPresent(agreements::add);
        return typed.order(file.number(), revision, file.summary().representative(), agreements);
    }

    /** A signed term changes by a signed supplementary agreement only. */
    private static Optional<SupplementaryAgreement> agreement(
            OrderFile file, Values values, Set<String> changed, Contract contract) {
        List<Gap> gaps = new ArrayList<>();
        for (String field : List.of("agreement-number", "agreement-signed-on", "agreement-file")) {
            if (!values.has(field)) {
                gaps.add(new Gap(field, Text.of("entry.gap.agreement", names(changed))));
            }
        }
        if (gaps.isEmpty()) {
            check(file, values, contract);
            String document = file.file(Entry.AGREEMENT, values.upload("agreement-file").orElseThrow()).id();
            return Optional.of(new SupplementaryAgreement(
                    values.text("agreement-number"), values.date("agreement-signed-on").orElseThrow(), document));
        }
        boolean begun = gaps.size() < 3;
        if (begun || !changed.isEmpty()) {
            throw Refused.at(gaps);
        }
        return Optional.empty();
    }

    /** It is signed after the contract that it belongs to, and not in the future; its number is used once. */
    private static void check(OrderFile file, Values values, Contract contract) {
        LocalDate signed = values.date("agreement-signed-on").orElseThrow();
        if (signed.isAfter(file.today())) {
            throw Refused.at("agreement-signed-on", Text.of("entry.gap.signed-ahead"));
        }
        if (signed.isBefore(contract.signedOn())) {
            throw Refused.at("agreement-signed-on", Text.of("entry.gap.agreement-early", contract.signedOn()));
        }
        if (contract.agreements().stream().anyMatch(each -> each.isNumbered(values.text("agreement-number")))) {
            throw Refused.at("agreement-number", Text.of("entry.gap.agreement-taken"));
        }
    }

    private static Text names(Set<String> changed) {
        return Shown.names(changed.stream().map(Paths::root).distinct().toList());
    }

    /** The sweep finds what is late and still open; what is late and submitted before it came by is found here. */
    private void judgeLateness(OrderFile file) {
        if (!file.summary().judged()) {
            return;
        }
        for (Task task : Entry.owed(file)) {
            task.deadline().filter(deadline -> !file.now().isBefore(deadline.dueAt()))
                    .ifPresent(deadline -> file.consult(Question.at(Entry.DEADLINES, due(file, task, deadline)).addingOnly()));
        }
    }

    private TaskDue due(OrderFile file, Task task, Deadline deadline) {
        return new TaskDue(task.id().toString(), task.kind().value(), task.subject(), task.role().value(),
                task.holder().map(Object::toString).orElse(task.role().value()), deadline.lastDay().toString(),
                calendar.workingDaysBetween(file.today(), deadline.lastDay()), true);
    }

    /** A check that fails refuses the submission at the field it is about, in the words of its rule set. */
    private static void obeyChecks(OrderFile file) {
        List<Gap> gaps = new ArrayList<>();
        for (Concluded concluded : file.consult(Question.at(Entry.SUBMISSION)).conclusions()) {
            if (concluded.conclusion() instanceof Conclusion.Check check && !check.passed()) {
                ReasonWords reason = file.words(concluded);
                gaps.add(new Gap(check.subject(), Text.of("entry.rule-says", reason.english(), reason.chinese())));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    /** By which an order is found. */
    public static String words(Order order) {
        String terms = order.terms().stream().map(term -> term.number() + " " + term.words()).collect(Collectors.joining(" "));
        String lines = order.lines().stream().map(line -> line.model() + " " + line.name()).collect(Collectors.joining(" "));
        return String.join(" ", order.contract().number().written(), order.contract().customerNumber(),
                order.customer().value(), order.customerName(), order.contact().name(), order.delivery().place(), lines, terms);
    }
}
