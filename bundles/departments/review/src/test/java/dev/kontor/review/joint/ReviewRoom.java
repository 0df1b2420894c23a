package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.Outlook;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.finance.facts.CreditAccount;
import dev.kontor.review.ReviewDepartment;
import dev.kontor.review.ReviewFacts;
import dev.kontor.review.Spans;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.contract.ContractReviewDepartment;
import dev.kontor.review.contract.ContractReviewFacts;
import dev.kontor.review.page.ApprovalsView;
import dev.kontor.review.page.ReviewSheet;
import dev.kontor.review.page.ReviewTab;
import dev.kontor.review.page.RoundView;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.FakePrinter;
import dev.kontor.testkit.OpenWall;
import dev.kontor.testkit.RuleBook;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A review department with its rows in a real database, the company's rules, and plain forms for the others. */
public final class ReviewRoom implements AutoCloseable {

    public static final Upload PAPER = new Upload("signed.pdf", "application/pdf", 1, "00");

    private static final RuleBook RULES = RuleBook.of(
            List.of(Path.of("..", "..", "..", "rules")),
            "review/preliminary", "review/joint", "review/resubmission", "review/contract", "finance/credit");

    public final FakeOrderFile file;
    public final FakePrinter printer = new FakePrinter();
    public final ReviewBook book;
    public final FakeAccounts accounts = new FakeAccounts().with("chen", Role.SALES_HEAD).with("gao", Role.LEADERSHIP);
    public final Spans spans = new Spans(new WeekdayCalendar());
    public final OpinionForms forms = new OpinionForms(new OpenWall());
    public final WayBack wayBack = new WayBack(spans);
    public final Rounds rounds;
    public final Moves moves;
    private final RuleBook rules;
    private final ReviewDepartment department;
    private final ContractReviewDepartment contractReview;
    private final Clock clock = new StillClock(this::time);
    private final StoreHarness store;
    private int headroom = 1;

    public ReviewRoom(Dialect dialect, Order order) {
        this(dialect, order, RULES);
    }

    public ReviewRoom(Dialect dialect, Order order, RuleBook rules) {
        store = StoreHarness.on(dialect);
        book = new ReviewBook(store.unit("review"));
        rounds = new Rounds(book, new Standing(book, forms, clock), wayBack, spans);
        this.rules = rules;
        moves = new Moves(book, rounds);
        RoundView view = new RoundView(book, forms);
        ReviewTab tab = new ReviewTab(book, view, new ApprovalsView(book));
        department = new ReviewDepartment(book, rounds, wayBack, moves, new ReviewSheet(tab, Optional.of(printer)));
        contractReview = new ContractReviewDepartment(book, rounds);
        file = new FakeOrderFile(order, rules)
                .with(department, contractReview, new ReviewFacts(book, accounts), new ContractReviewFacts(book, clock), new Credit());
        Stream.of(form("production", "lines", "delivery"), form("finance", "payment", "lines.price"), form("legal", "terms")).forEach(forms::bind);
    }

    /** For a test that activates other versions. */
    public static RuleBook companyRules() {
        return RULES.copy();
    }

    /** What the platform would let a rule administrator know of the order. */
    public Outlook outlook() {
        return new Outlook() {
            @Override
            public List<SetVersion> versions(ConsultationPoint point) {
                return rules.versions(point);
            }

            @Override
            public Answer ask(OrderNumber order, Question question, Person reader) {
                return file.look(question);
            }
        };
    }

    /** The platform hands the file over for a matter that was entrusted. */
    public void attend(String matter) {
        command(() -> {
            file.as("system");
            department.attend(file, matter);
            return null;
        });
    }

    /** As the desk does: a command is one transaction. */
    public <R> R command(Supplier<R> work) {
        return store.transactions().command(work);
    }

    public <R> R read(Supplier<R> work) {
        return store.transactions().read(work);
    }

    /** Entry reaches the milestone, and the arrival is handled. */
    public void submit() {
        command(() -> {
            file.as("lina", Role.SALES_REP).reach(MilestoneName.ENTRY_SUBMITTED);
            file.arrive(department, MilestoneName.ENTRY_SUBMITTED.value());
            return null;
        });
    }

    /** The order is cleared, and the arrival for its paper is handled. */
    public void paper() {
        command(() -> {
            file.arrive(department, "papers");
            return null;
        });
    }

    /** The contract is not signed yet. */
    public void asDraft() {
        file.withdraw(MilestoneName.ENTRY_REGISTERED, Text.plain(""));
        file.reach(MilestoneName.ENTRY_PREPARED);
    }

    /** Entry reaches the milestone on the revision in force, and the arrival is handled. */
    public void offer() {
        command(() -> {
            file.as("lina", Role.SALES_REP).reach(MilestoneName.ENTRY_OFFERED);
            file.arrive(contractReview, MilestoneName.ENTRY_OFFERED.value());
            return null;
        });
    }

    /** Entry registers the signed contract; its order is submitted and passes the preliminary review. */
    public void signAndPass(Order signed) {
        command(() -> {
            file.as("lina", Role.SALES_REP);
            file.openTasks(Vocabulary.SIGNING).forEach(task -> file.complete(task.id(), Outcome.of("signed")));
            file.register(signed.contract(), true);
            file.revise(signed);
            return null;
        });
        submit();
        pass();
    }

    public void resubmit(Order order) {
        file.openTasks(Vocabulary.RESUBMIT).forEach(task -> file.complete(task.id(), Outcome.of("submitted")));
        file.revise(order);
        submit();
    }

    public Answer run(OrderCommand command, Map<String, Object> values) {
        return command(() -> command.run(file, Optional.empty(), new Values(values)));
    }

    public Answer run(OrderCommand command, Task task, Map<String, Object> values) {
        return command(() -> command.run(file, Optional.of(task), new Values(values)));
    }

    /** The head of sales passes with every item in order. */
    public Answer pass() {
        file.as("chen", Role.SALES_HEAD);
        return run(
                new dev.kontor.review.preliminary.PassPreliminary(book),
                file.task(Vocabulary.PRELIMINARY, ""),
                passing());
    }

    public Map<String, Object> passing() {
        Map<String, Object> values = new HashMap<>();
        List.of("complete", "accurate", "credit", "policy").forEach(item -> values.put("item-" + item, "in-order"));
        values.put("signed-on", file.order().orElseThrow().contract().signedOn().toString());
        return values;
    }

    public Answer opine(String department, String verdict) {
        file.as(department + "-reviewer", new Role(department + ".reviewer"));
        return run(new Opine(book, forms), file.task(Vocabulary.OPINION, department), Map.of("verdict", verdict, "remarks", "because"));
    }

    public Answer opineOn(Task task, String verdict) {
        return run(new Opine(book, forms), task, Map.of("verdict", verdict));
    }

    public void objectOnSignedTerm(String department) {
        file.as(department + "-reviewer", new Role(department + ".reviewer"));
        run(
                new Opine(book, forms),
                file.task(Vocabulary.OPINION, department),
                Map.of("verdict", "objection", "remarks", "clause 9", "signed-term", "yes"));
    }

    /** Departments that owe an opinion. */
    public List<String> asked() {
        return file.openTasks(Vocabulary.OPINION).stream().map(Task::subject).sorted().toList();
    }

    public void exceedCredit() {
        headroom = -1;
    }

    public void stop(String department) {
        forms.unbind(forms.of(department).orElseThrow());
    }

    @Override
    public void close() {
        store.close();
    }

    private static OpinionForm form(String department, String... reviews) {
        return new OpinionForm() {
            @Override
            public String department() {
                return department;
            }

            @Override
            public List<Form.Section> sections(OrderView view) {
                return List.of();
            }

            @Override
            public void given(OrderFile order, boolean objects, Values values) {
                // a plain form keeps nothing
            }

            @Override
            public List<String> reviews() {
                return new ArrayList<>(List.of(reviews));
            }
        };
    }

    /** The file's own. */
    private Instant time() {
        return file.now();
    }

    /** The customer's credit, as finance would offer it. */
    private final class Credit implements FactSource {

        @Override
        public Set<Class<? extends Record>> types() {
            return Set.of(CreditAccount.class);
        }

        @Override
        public Collection<? extends Record> about(OrderFile order) {
            return List.of(new CreditAccount(
                    "C-0001", true, false, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.valueOf(headroom), false, "CNY"));
        }
    }
}
