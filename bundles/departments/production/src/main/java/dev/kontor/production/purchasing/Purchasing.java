package dev.kontor.production.purchasing;

import dev.kontor.api.desk.Answer;
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
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.production.UnderReview;
import dev.kontor.production.facts.PurchaseBudget;
import dev.kontor.production.facts.SupplierChoice;
import dev.kontor.production.facts.SupplyLead;
import dev.kontor.production.facts.SupplyStep;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.BudgetProposal;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.LeadTimes;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.purchasing.book.SupplyProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    static final TaskKind UNAPPROVED = new TaskKind("production.unapproved-supplier");
    static final TaskKind BUDGET = new TaskKind("production.budget");
    static final TaskKind PROPOSAL = new TaskKind("production.budget-proposal");
    private static final Set<TaskKind> APPROVALS = Set.of(OVER_BUDGET, UNAPPROVED);
    private static final Set<TaskKind> BUYING = Set.of(BUY, OVER_BUDGET, UNAPPROVED, PROPOSAL);
    private static final int SHARE_SCALE = 6;

    private final PurchaseBook book;
    private final SupplierBook suppliers;
    private final OrderDays days;
    private final WorkingCalendar calendar;

    @Activate
    public Purchasing(
            @Reference PurchaseBook book, @Reference SupplierBook suppliers, @Reference LeadTimes times,
            @Reference WorkingCalendar calendar) {
        this.book = book;
        this.suppliers = suppliers;
        this.days = new OrderDays(times, calendar);
        this.calendar = calendar;
    }

    /**
     * Asks the rules who owes what, and by when; of what is done nothing is owed any more. A purchase about which nobody is asked,
     * or not any more, is placed; from a supplier that is not approved never without a second person's leave, whatever the rules say.
     */
    void ask(OrderFile file) {
        List<Record> facts = new ArrayList<>();
        List<Requisition> open = book.requisitions(file.number()).stream().filter(Requisition::isOpen).toList();
        List<SupplyLead> leads = days.of(file, open);
        Map<String, LocalDate> known = OrderDays.known(open, leads);
        requests(open).forEach((request, what) -> facts.add(new SupplyStep(request, "buy", what, known.containsKey(request))));
        facts.addAll(leads);
        book.problems(file.number()).stream()
                .filter(SupplyProblem::isOpen)
                .forEach(each -> facts.add(new SupplyStep(each.subject(), "problem", each.what())));
        List<BudgetProposal> proposals = book.proposals(file.number());
        proposals.stream()
                .filter(BudgetProposal::isOpen)
                .forEach(each -> facts.add(new SupplyStep(each.subject(), "budget", each.amount().toString())));
        if (!open.isEmpty() && !isBudgeted(file) && proposals.stream().noneMatch(BudgetProposal::isOpen)) {
            facts.add(new SupplyStep(BudgetProposal.subject(proposals.size() + 1), "propose-budget", file.number().value()));
        }
        List<Purchase> awaiting = book.purchases(file.number()).stream().filter(Purchase::isAwaiting).toList();
        awaiting.stream().filter(Purchase::isPriceOpen).forEach(each -> facts.add(budget(file, each)));
        awaiting.stream().filter(Purchase::isSupplierOpen).forEach(each -> facts.add(choice(file, each)));
        Decision decision = file.consult(Question.at(POINT, facts.toArray(Record[]::new)).moving(OrderDays.moved(open, known)));
        rest(file);
        if (UnderReview.isCleared(file)) {
            awaiting.stream()
                    .filter(each -> !isAsked(decision, each) && (!each.isSupplierOpen() || choice(file, each).approved()))
                    .forEach(each -> place(file, each));
        }
    }

    private boolean isBudgeted(OrderView file) {
        return book.budget(file.number()).isPresent();
    }

    /** Nobody's time to buy runs while it cannot be done: under review, or while no budget counts. */
    public void rest(OrderFile file) {
        boolean cleared = UnderReview.isCleared(file);
        boolean budgeted = isBudgeted(file);
        file.openTasks().stream().filter(task -> BUYING.contains(task.kind())).forEach(task -> {
            boolean possible = cleared && (budgeted || !task.kind().equals(BUY));
            if (possible && task.suspendedAt().isPresent()) {
                file.resume(task.id());
            } else if (!possible && task.suspendedAt().isEmpty()) {
                file.suspend(task.id(), Text.of(cleared ? "production.purchase.no-budget" : "production.under-review"));
            }
        });
    }

    /** A change of the order is cleared: a purchase about which nobody is asked any more since it was under review is placed. */
    public void reviewed(OrderFile file) {
        if (UnderReview.isCleared(file) && book.purchases(file.number()).stream().anyMatch(Purchase::isAwaiting)) {
            ask(file);
        }
    }

    private static boolean isAsked(Decision decision, Purchase purchase) {
        return decision.all(Require.class).stream()
                .anyMatch(require -> APPROVALS.contains(require.task()) && require.subject().equals(purchase.contract()));
    }

    private SupplierChoice choice(OrderView file, Purchase purchase) {
        boolean approved = suppliers.supplier(purchase.supplier()).filter(each -> each.isApproved(file.today())).isPresent();
        return new SupplierChoice(purchase.contract(), purchase.supplier(), approved, purchase.override());
    }

    /** Its supplier by name, which says more than a code to who decides. */
    String supplier(Purchase purchase) {
        return suppliers.supplier(purchase.supplier()).map(Supplier::name).orElse(purchase.supplier());
    }

    private static Map<String, String> requests(List<Requisition> open) {
        return open.stream().collect(Collectors.groupingBy(Requisition::subject, TreeMap::new,
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

    /** From now on the supplier's delivery is waited for. */
    private void place(OrderFile file, Purchase purchase) {
        purchase.place();
        await(file, purchase);
        Map<String, Requisition> wanted = book.requisitions(file.number()).stream().collect(Collectors.toMap(Requisition::id, each -> each));
        for (PurchaseLine line : book.lines(purchase)) {
            Requisition requisition = wanted.get(line.requisition());
            if (purchase.dueOn().isAfter(requisition.neededOn())) {
                file.notify(Role.PRODUCTION_PLANNER, Text.of("production.purchase.comes-late", line.name(), purchase.dueOn(), requisition.neededOn()));
            }
        }
    }

    private void await(OrderFile file, Purchase purchase) {
        file.raise(NewTask.of(DELIVERY, Role.PRODUCTION_PURCHASER)
                .about(purchase.contract())
                .until(calendar.deadline(purchase.dueOn(), WorkingDays.of(0))));
    }

    /** Somebody has answered about a purchase: it goes on, or what it is for is requested anew. */
    Answer decided(OrderFile file, Task owed, Purchase purchase, Verdict verdict, Text said) {
        file.complete(owed.id(), verdict.outcome());
        file.note("production.purchase", said, List.of());
        file.notify(Role.PRODUCTION_PURCHASER, said);
        if (verdict.allowed()) {
            ask(file);
        } else {
            reopen(file, purchase);
        }
        return Answer.of(said, file.number()).withId(purchase.id());
    }

    private void reopen(OrderFile file, Purchase purchase) {
        int slip = book.nextSlip(file.number());
        List<String> bought = book.lines(purchase).stream().map(PurchaseLine::requisition).toList();
        book.requisitions(file.number()).stream().filter(each -> bought.contains(each.id())).forEach(each -> each.reopen(slip));
        ask(file);
    }

    /** Goods that came were inspected, or dealt with: what does not conform is to come again. */
    public void inspected(OrderFile file, Delivery delivery) {
        book.purchase(delivery).ifPresent(purchase -> settle(file, purchase));
    }

    /** Once everything has come nobody waits for it; once it is inspected too, and what did not conform is dealt with, the purchase is done. */
    void settle(OrderFile file, Purchase purchase) {
        List<PurchaseLine> lines = book.lines(purchase);
        List<Task> awaited = file.openTasks(DELIVERY).stream().filter(task -> task.subject().equals(purchase.contract())).toList();
        if (lines.stream().anyMatch(line -> book.outstanding(line).signum() > 0)) {
            if (awaited.isEmpty()) {
                await(file, purchase);
            }
            return;
        }
        awaited.forEach(task -> file.complete(task.id(), Outcome.of("received")));
        if (lines.stream().flatMap(line -> book.deliveries(line).stream()).noneMatch(each -> each.isOwed() || each.isDoubtful())) {
            purchase.receive();
        }
    }
}
