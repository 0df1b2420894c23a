package dev.kontor.review;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.FactSource;
import dev.kontor.api.rule.facts.ApprovalGiven;
import dev.kontor.review.book.Issue;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.Round;
import dev.kontor.review.book.Stage;
import dev.kontor.review.facts.PaymentProfile;
import dev.kontor.review.facts.Resubmission;
import dev.kontor.review.facts.Submission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the rules may know of an order's payment, its submission and its way back. */
@Component
public final class ReviewFacts implements FactSource {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReviewBook book;
    private final Accounts accounts;

    @Activate
    public ReviewFacts(@Reference ReviewBook book, @Reference Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(PaymentProfile.class, Submission.class, Resubmission.class, ApprovalGiven.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return file.order().map(order -> about(file, order)).orElse(List.of());
    }

    private List<Record> about(OrderFile file, Order order) {
        List<Record> facts = new ArrayList<>(List.of(payment(order), submission(file, order), resubmission(file, order)));
        book.confirmed(order.number()).values().forEach(each -> facts.add(each.given(order, file.today())));
        return facts;
    }

    /** Shares round against the order, so that no threshold is passed by rounding. */
    public static PaymentProfile payment(Order order) {
        List<Instalment> parts = order.payment().instalments();
        return new PaymentProfile(
                share(order, "advance", RoundingMode.DOWN),
                share(order, "retention", RoundingMode.UP),
                parts.stream().filter(part -> part.kind().equals("retention")).mapToInt(part -> months(order, part)).max().orElse(0),
                parts.size(),
                any(parts, part -> part.means().equals("commercial-acceptance-bill")),
                any(parts, part -> part.means().equals("usance-credit")),
                any(parts, part -> part.means().equals("finance-lease")),
                any(parts, part -> !part.payer().isBlank()),
                !order.currency().equals("CNY"),
                order.payment().total().equals(order.total()),
                order.currency());
    }

    private Submission submission(OrderFile file, Order order) {
        Optional<Order> passed = book.lastPassed(order.number()).flatMap(last -> file.order(last.revision()));
        Optional<Differences> since = passed.map(last -> Differences.between(last, order));
        List<String> missing = missing(order);
        return new Submission(
                order.revision(),
                passed.isEmpty(),
                accounts.holders(Role.SALES_HEAD).stream().anyMatch(head -> head.id().equals(order.representative())),
                since.map(Differences::commercial).orElse(0),
                since.map(Differences::contractual).orElse(0),
                since.map(Differences::others).orElse(0),
                order.contract().agreements().size() - passed.map(last -> last.contract().agreements().size()).orElse(0),
                book.objections(order.number()).size() - book.unsolved(order.number()).size(),
                missing.size(),
                missing.isEmpty() ? "" : missing.get(0),
                (int) order.terms().stream().filter(term -> term.kind().equals("breach")).count(),
                (int) ChronoUnit.DAYS.between(order.contract().signedOn(), order.delivery().date()));
    }

    private Resubmission resubmission(OrderFile file, Order order) {
        Optional<Round> last = book.lastRound(order.number()).filter(round -> round.stage() == Stage.JOINT);
        boolean back = last.filter(round -> round.revision() == order.revision())
                .filter(round -> round.state().equals(Round.OBJECTED) || round.state().equals(Round.RECALLED))
                .isPresent();
        boolean returned = book.issues(order.number()).stream()
                .anyMatch(issue -> issue.kind().equals(Issue.RETURNED) && issue.revision() == order.revision());
        return new Resubmission(
                back || returned || !file.openTasks(Vocabulary.RESUBMIT).isEmpty(),
                last.map(Round::number).orElse(0),
                book.objections(order.number()).size(),
                book.unsolved(order.number()).size());
    }

    /** What a complete order must say. */
    private static List<String> missing(Order order) {
        List<String> missing = new ArrayList<>();
        if (order.contact().name().isBlank() || (order.contact().phone().isBlank() && order.contact().email().isBlank())) {
            missing.add("contact");
        }
        if (order.delivery().place().isBlank()) {
            missing.add("delivery.place");
        }
        order.lines().stream()
                .filter(line -> line.parameters().isEmpty())
                .forEach(line -> missing.add("lines[" + line.position() + "].parameters"));
        order.terms().stream()
                .filter(ContractTerm::isKey)
                .filter(term -> term.words().isBlank())
                .forEach(term -> missing.add("terms " + term.number()));
        return missing;
    }

    private static BigDecimal share(Order order, String kind, RoundingMode rounding) {
        Money total = order.total();
        if (!total.isPositive()) {
            return BigDecimal.ZERO.setScale(2);
        }
        BigDecimal part = order.payment().instalments().stream()
                .filter(each -> each.kind().equals(kind))
                .map(each -> each.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return part.multiply(HUNDRED).divide(total.amount(), 2, rounding);
    }

    /** Days beyond whole months count as a month begun: 24 months and a day is more than 24. */
    private static int months(Order order, Instalment part) {
        if (!part.due().on().isEmpty()) {
            long days = ChronoUnit.DAYS.between(order.delivery().date(), LocalDate.parse(part.due().on()));
            return (int) Math.max(0, (days + 29) / 30);
        }
        DueTerm due = part.due();
        return IntStream.range(0, due.events().size()).mapToObj(due::span).mapToInt(span -> months(span, due.workingDays())).max().orElse(0);
    }

    /** Five working days are a week. */
    private static int months(DueTerm.Span span, boolean working) {
        int days = working ? (span.days() * 7 + 4) / 5 : span.days();
        return span.months() + (days + 29) / 30;
    }

    private static boolean any(List<Instalment> parts, Predicate<Instalment> property) {
        return parts.stream().anyMatch(property);
    }
}
