package dev.kontor.aftersales.warranty;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.WarrantyClaim;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known about an order's warranty, and how the rules are asked about it. Usable only inside a command or a read. */
@Component(service = Warranties.class)
public final class Warranties {

    private final EntityManager entities;

    @Activate
    public Warranties(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities) {
        this.entities = entities;
    }

    Optional<AgreedWarranty> agreed(OrderNumber order) {
        return Optional.ofNullable(entities.find(AgreedWarranty.class, order.value()));
    }

    public boolean hasClause(OrderView file) {
        return !WarrantyClause.of(file).isNone();
    }

    /** The contract has a warranty clause, and nobody has said yet how many months its words, as they stand now, give. */
    public boolean isUnread(OrderView file) {
        WarrantyClause clause = WarrantyClause.of(file);
        return !clause.isNone() && agreed(file.number()).filter(row -> row.wasReadFrom(clause)).isEmpty();
    }

    /** What the contract gives, as it was read last; empty when it says nothing, or nobody has read it. */
    public Optional<WarrantySpan> span(OrderView file) {
        return hasClause(file) ? agreed(file.number()).map(AgreedWarranty::span) : Optional.empty();
    }

    /** What to begin a form with. */
    public Optional<WarrantySpan> proposed(OrderView file) {
        return isUnread(file) ? WarrantyClause.of(file).suggested().or(() -> span(file)) : span(file);
    }

    /** The clauses in one line each, to read the months from. */
    public Text words(OrderView file) {
        return WarrantyClause.of(file).words();
    }

    public void read(OrderFile file, WarrantySpan agreed) {
        Optional<AgreedWarranty> known = agreed(file.number());
        List<Change> changes = List.of(
                new Change("months", known.map(row -> row.span().months()).map(String::valueOf).orElse(""), String.valueOf(agreed.months())),
                new Change("from-arrival", known.map(row -> row.span().fromArrival()).map(String::valueOf).orElse(""),
                        String.valueOf(agreed.fromArrival())));
        AgreedWarranty row = known.orElseGet(() -> new AgreedWarranty(file.number()));
        row.read(agreed, WarrantyClause.of(file), file.actor().id().value(), file.now());
        if (known.isEmpty()) {
            entities.persist(row);
        }
        file.note("aftersales.warranty-read", agreed.words(), changes);
        RetentionMoney.askAnew(file);
    }

    /** The last day of the contract's warranty; empty when the contract says nothing, nobody has read it, or it has not begun. */
    public Optional<LocalDate> lastDay(OrderView file, Optional<Machine> machine) {
        return span(file).flatMap(span -> span.lastDay(
                on(file, machine, MilestoneName.LOGISTICS_DELIVERED), on(file, machine, MilestoneName.LOGISTICS_ARRIVED)));
    }

    /** How the rules are asked about a service on a day; about the order as a whole where there is no machine. */
    public Question question(OrderView file, Optional<Machine> machine, String kind, String like, LocalDate day) {
        Optional<LocalDate> delivered = on(file, machine, MilestoneName.LOGISTICS_DELIVERED);
        Optional<LocalDate> arrived = on(file, machine, MilestoneName.LOGISTICS_ARRIVED);
        WarrantySpan span = span(file).orElse(new WarrantySpan(0, 0));
        WarrantyClaim claim = new WarrantyClaim(
                machine.map(each -> each.serial().value()).orElse(""), kind, like, delivered.isPresent(),
                delivered.map(LocalDate::toString).orElse(""),
                delivered.map(since -> monthsBegun(since, day)).orElse(0),
                span.months(),
                arrived.map(LocalDate::toString).orElse(""),
                arrived.map(since -> monthsBegun(since, day)).orElse(0),
                span.fromArrival());
        return Question.at(Vocabulary.AT_WARRANTY, claim).since(day);
    }

    /** The day on which the whole order was delivered. */
    public static Optional<LocalDate> delivered(OrderView file) {
        return on(file, Optional.empty(), MilestoneName.LOGISTICS_DELIVERED);
    }

    /** Of the machine, or of the order as a whole where there is none. */
    private static Optional<LocalDate> on(OrderView file, Optional<Machine> machine, MilestoneName milestone) {
        return machine.map(each -> each.on(milestone)).orElseGet(() -> file.passed().stream()
                .filter(each -> each.name().equals(milestone))
                .map(Milestone::on)
                .findFirst());
    }

    /**
     * A span of months ends with the day of its number, or the month's last where there is none (Civil Code, art. 202): the
     * last day of the first month still counts 1.
     */
    public static int monthsBegun(LocalDate since, LocalDate day) {
        long whole = Math.max(0, ChronoUnit.MONTHS.between(since, day));
        return (int) (since.plusMonths(whole).isBefore(day) ? whole + 1 : whole);
    }
}
