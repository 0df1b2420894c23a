package dev.kontor.production.purchasing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.UnderReview;
import dev.kontor.production.facts.PurchaseBudget;
import dev.kontor.production.facts.SupplyStep;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.SupplyProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What purchasing owes an order, and what follows from a purchase. Usable only inside a command or a read. */
@Component(service = Purchasing.class)
public final class Purchasing {

    static final ConsultationPoint POINT = new ConsultationPoint("production/purchasing");
    static final TaskKind BUY = new TaskKind("production.purchase");
    static final TaskKind OVER_BUDGET = new TaskKind("production.over-budget");
    static final TaskKind PROBLEM = new TaskKind("production.supply-problem");
    static final TaskKind DELIVERY = new TaskKind("production.delivery");
    private static final int SHARE_SCALE = 6;

    private final PurchaseBook book;
    private final WorkingCalendar calendar;

    @Activate
    public Purchasing(@Reference PurchaseBook book, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.calendar = calendar;
    }

    /** Asks the rules who owes what, and by when; of what is done nothing is owed any more. */
    Decision ask(OrderFile file) {
        List<Record> facts = new ArrayList<>();
        requests(file).forEach((request, what) -> facts.add(new SupplyStep(request, "buy", what)));
        book.problems(file.number()).stream()
                .filter(SupplyProblem::isOpen)
                .forEach(each -> facts.add(new SupplyStep(each.subject(), "problem", each.what())));
        book.purchases(file.number()).stream().filter(Purchase::isAwaiting).forEach(each -> facts.add(budget(file, each)));
        Decision decision = file.consult(Question.at(POINT, facts.toArray(Record[]::new)));
        UnderReview.rest(file);
        return decision;
    }

    private Map<String, String> requests(OrderView file) {
        return book.requisitions(file.number()).stream()
                .filter(Requisition::isOpen)
                .collect(Collectors.groupingBy(Requisition::subject, TreeMap::new,
                        Collectors.mapping(Requisition::name, Collectors.joining(", "))));
    }

    private PurchaseBudget budget(OrderView file, Purchase purchase) {
        BigDecimal budget = book.budget(file.number()).map(Budget::amount).map(Money::amount).orElse(BigDecimal.ZERO);
        BigDecimal committed = book.committed(file.number()).amount();
        return new PurchaseBudget(purchase.contract(), budget, committed, overPercent(budget, committed));
    }

    private static BigDecimal overPercent(BigDecimal budget, BigDecimal committed) {
        return budget.signum() == 0
                ? BigDecimal.valueOf(100)
                : committed.subtract(budget).movePointRight(2).divide(budget, SHARE_SCALE, RoundingMode.CEILING);
    }

    /** A purchase for which nobody has to be asked is placed at once. */
    void propose(OrderFile file, Purchase purchase) {
        boolean asked = ask(file).all(Require.class).stream()
                .anyMatch(require -> require.task().equals(OVER_BUDGET) && require.subject().equals(purchase.contract()));
        if (!asked) {
            place(file, purchase);
        }
    }

    /** From now on the supplier's delivery is waited for. */
    void place(OrderFile file, Purchase purchase) {
        purchase.place();
        file.raise(NewTask.of(DELIVERY, Role.PRODUCTION_PURCHASER)
                .about(purchase.contract())
                .until(calendar.deadline(purchase.dueOn(), WorkingDays.of(0))));
        Map<String, Requisition> wanted = book.requisitions(file.number()).stream().collect(Collectors.toMap(Requisition::id, each -> each));
        for (PurchaseLine line : book.lines(purchase)) {
            Requisition requisition = wanted.get(line.requisition());
            if (purchase.dueOn().isAfter(requisition.neededOn())) {
                file.notify(Role.PRODUCTION_PLANNER, Text.of("production.purchase.comes-late", line.name(), purchase.dueOn(), requisition.neededOn()));
            }
        }
    }

    /** It may not cost more than the budget: its materials are requested anew. */
    void reopen(OrderFile file, Purchase purchase) {
        int slip = book.nextSlip(file.number());
        List<String> bought = book.lines(purchase).stream().map(PurchaseLine::requisition).toList();
        book.requisitions(file.number()).stream().filter(each -> bought.contains(each.id())).forEach(each -> each.reopen(slip));
        ask(file);
    }

    /** Once everything has come, nobody waits for it any more. */
    void settle(OrderFile file, Purchase purchase) {
        if (book.lines(purchase).stream().allMatch(line -> book.outstanding(line).signum() <= 0)) {
            purchase.receive();
            file.openTasks(DELIVERY).stream()
                    .filter(task -> task.subject().equals(purchase.contract()))
                    .forEach(task -> file.complete(task.id(), Outcome.of("received")));
        }
    }
}
