package dev.kontor.console;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionFilter;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was written down: journals, decisions, documents. */
final class FakeRecords {

    private final List<String> taken;
    /** What the list of decisions was asked for. */
    final List<DecisionFilter> listed = new CopyOnWriteArrayList<>();

    /** @param taken names and sizes of files that were taken in */
    FakeRecords(List<String> taken) {
        this.taken = taken;
    }

    Journals journals() {
        List<Entry> entries = List.of(
                entry(4, "wu", "review.opinion-given", Text.plain("法务：等待客户补充授权委托书"), List.of()),
                entry(3, "chen", "entry.saved", Text.of("milestone.review.passed"), List.of(new Change("delivery-date", "2027-01-30", "2027-02-06"))),
                entry(2, "lina", "entry.submitted", Text.of("milestone.entry.submitted"), List.of()),
                entry(1, "lina", "entry.registered", Text.of("milestone.entry.registered"), List.of()));
        return new Journals() {
            @Override
            public List<Entry> of(OrderNumber order, long before, int limit, Person reader) {
                return entries;
            }

            @Override
            public List<Entry> company(Wanted wanted, long before, int limit, Person reader) {
                return entries.stream()
                        .filter(entry -> wanted.kind().isEmpty() || wanted.kind().equals(entry.kind()))
                        .filter(entry -> wanted.by().map(entry.by()::equals).orElse(true))
                        .toList();
            }

            @Override
            public List<String> kinds(Person reader) {
                return entries.stream().map(Entry::kind).toList();
            }

            @Override
            public Verification verify() {
                return new Verification(12, 340, List.of());
            }
        };
    }

    static Entry entry(int sequence, String by, String kind, Text what, List<Change> changes) {
        return new Entry(sequence, FakeCompany.NOW.minusSeconds(90_000L * (5 - sequence)), new PersonId(by), kind, what, changes, sequence == 2, "", "ab".repeat(32));
    }

    static Parameter parameter(String name, long value, String unit) {
        return new Parameter("review/joint", name, BigDecimal.valueOf(value), unit, LocalDate.parse("2026-01-01"), new Clause("4.2"));
    }

    DecisionRecord decision() {
        SetVersion set = new SetVersion("review/joint", 7, "3f".repeat(32));
        Conclusion require = required();
        return new DecisionRecord("d-1", FakeCompany.ORDER.value(), new ConsultationPoint("review/joint"), List.of(set), List.of(), FakeCompany.TODAY, "cn@2026-2",
                "[{\"type\":\"Order\",\"value\":{\"number\":\"SO-2026-00148\"}}]", List.of(parameter("large-order-from", 2_000_000, "CNY")),
                List.of(new DecisionRecord.Fired(set, "large order needs a financial evaluation", "size.drl", 12, List.of(Text.plain("Order SO-2026-00148")))),
                List.of(new DecisionRecord.Told(require, set, "large order needs a financial evaluation",
                        "The order of ¥2,098,000.00 reaches the limit of ¥2,000,000.00.", "订单金额 ¥2,098,000.00 达到 ¥2,000,000.00，须出具财务评估。")),
                PersonId.SYSTEM, FakeCompany.NOW);
    }

    Violations violations() {
        DecisionRecord.Told late = new DecisionRecord.Told(new Conclusion.Violation("lina", "entry", Reason.of("late"), new Clause("3.3")),
                new SetVersion("entry/deadlines", 1, "5f".repeat(32)), "late entry", "Entered 2 working days late.", "录入超时 2 个工作日。");
        return (before, limit, reader) -> new Violations.Part(
                List.of(new Violations.Found(FakeCompany.ORDER, FakeCompany.NOW, late, "d-1")), java.util.Optional.empty());
    }

    private static Conclusion required() {
        return new Conclusion.Require(new TaskKind("finance.evaluation"), "finance", Role.FINANCE_REVIEWER, WorkingDays.of(3),
                Reason.of("large-order", Money.cny(2_098_000), Money.cny(2_000_000)), new Clause("4.2"));
    }

    /** The same before it is put into words. */
    Decision taken() {
        DecisionRecord read = decision();
        SetVersion set = read.sets().get(0);
        return new Decision(read.id(), read.order(), read.point(), read.sets(), read.owners(), read.day(), read.calendar(), read.parameters(),
                List.of(), List.of(new Concluded(required(), set, "large order needs a financial evaluation")), read.by(), read.at());
    }

    ReasonWords words() {
        DecisionRecord.Told told = decision().conclusions().get(0);
        return new ReasonWords(told.reasonEn(), told.reasonZh());
    }

    Decisions decisions() {
        return new Decisions() {
            @Override
            public List<DecisionRecord> of(OrderNumber order, Person reader) {
                return List.of(FakeRecords.this.decision());
            }

            @Override
            public Optional<DecisionRecord> decision(String id, Person reader) {
                return Optional.of(FakeRecords.this.decision());
            }

            @Override
            public Part list(DecisionFilter filter, String after, int limit, Person reader) {
                DecisionRecord only = FakeRecords.this.decision();
                listed.add(filter);
                return new Part(List.of(new Line(only.id(), only.order(), only.point(), only.sets(), only.conclusions(), only.by(), only.at())),
                        after.isEmpty() ? "4711" : "", listed.size() > 1);
            }

            @Override
            public List<Rule> rules() {
                DecisionRecord.Told told = FakeRecords.this.decision().conclusions().get(0);
                return List.of(new Rule(told.set(), told.rule()));
            }

            @Override
            public Optional<Text> verify(String id) {
                return Optional.empty();
            }
        };
    }

    static Document document() {
        return new Document("doc-1", FakeCompany.ORDER, new DocumentKind("entry.contract"), "合同 HT-2026-0931.pdf", "application/pdf", 7, "cd".repeat(32), new PersonId("lina"), FakeCompany.NOW);
    }

    Documents documents() {
        return new Documents() {
            @Override
            public List<Document> of(OrderNumber order, Person reader) {
                return List.of(FakeRecords.document());
            }

            @Override
            public Optional<Document> document(String id, Person reader) {
                return switch (id) {
                    case "doc-1" -> Optional.of(FakeRecords.document());
                    case "doc-2" -> Optional.of(new Document("doc-2", FakeCompany.ORDER, new DocumentKind("order.drawing"), "图.svg",
                            "image/svg+xml", 7, "ab".repeat(32), new PersonId("lina"), FakeCompany.NOW));
                    case "doc-3" -> Optional.of(FakeRecords.document().destroyed(FakeCompany.NOW));
                    default -> Optional.empty();
                };
            }

            @Override
            public InputStream open(dev.kontor.api.document.Upload upload) {
                throw new UnsupportedOperationException("nothing was sent here");
            }

            @Override
            public InputStream open(Document document) {
                if (document.destroyedAt().isPresent()) {
                    throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("kernel.document.destroyed", document.name()));
                }
                return new ByteArrayInputStream("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public Upload take(String name, long most, Writing content) {
                throw new UnsupportedOperationException("nothing is made here");
            }

            @Override
            public Upload take(String name, InputStream content) throws IOException {
                int size = content.readAllBytes().length;
                if (name.endsWith(".exe")) {
                    throw Refused.because(Refused.Reason.INVALID, Text.of("kernel.document.type", name));
                }
                taken.add(name + ":" + size);
                return new Upload(name, "application/pdf", size, "ee".repeat(32));
            }
        };
    }
}
