package dev.kontor.aftersales.warranty;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.WarrantyClaim;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Change;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known about an order's warranty, and how the rules are asked about it. Usable only inside a command or a read. */
@Component(service = Warranties.class)
public final class Warranties {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,3})\\s*(个月|months?\\b|年|years?\\b)");
    private static final int MONTHS_OF_A_YEAR = 12;

    private final EntityManager entities;

    @Activate
    public Warranties(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities) {
        this.entities = entities;
    }

    public Optional<AgreedWarranty> agreed(OrderNumber order) {
        return Optional.ofNullable(entities.find(AgreedWarranty.class, order.value()));
    }

    /** The contract has a warranty clause, and nobody has said yet how many months it gives. */
    public boolean isUnread(OrderView file) {
        return !clauses(file).isEmpty() && agreed(file.number()).isEmpty();
    }

    /** The words of the contract's warranty clauses; empty when it has none. */
    public List<ContractTerm> clauses(OrderView file) {
        return file.order().stream().flatMap(order -> order.terms().stream()).filter(term -> term.kind().equals("warranty")).toList();
    }

    /** The months to begin a form with, where the clauses name one span and no other. A person confirms it. */
    public Optional<Integer> suggested(OrderView file) {
        List<Integer> spans = clauses(file).stream()
                .flatMap(term -> SPAN.matcher(term.words()).results())
                .map(Warranties::months)
                .distinct()
                .toList();
        return spans.size() == 1 ? Optional.of(spans.get(0)) : Optional.empty();
    }

    private static int months(MatchResult found) {
        int count = Integer.parseInt(found.group(1));
        return found.group(2).startsWith("年") || found.group(2).startsWith("year") ? count * MONTHS_OF_A_YEAR : count;
    }

    /** The clauses in one line each, to read the months from. */
    public Text words(OrderView file) {
        String words = clauses(file).stream().map(term -> term.number() + " " + term.words()).collect(Collectors.joining("\n"));
        return words.isEmpty() ? Text.of("aftersales.no-warranty-clause") : Text.plain(words);
    }

    public void read(OrderFile file, int months) {
        Optional<AgreedWarranty> known = agreed(file.number());
        String before = known.map(row -> String.valueOf(row.months())).orElse("");
        AgreedWarranty row = known.orElseGet(() -> new AgreedWarranty(file.number()));
        row.read(months, file.actor().id().value(), file.now());
        if (known.isEmpty()) {
            entities.persist(row);
        }
        file.note("aftersales.warranty-read", Text.of("aftersales.warranty-read", months),
                List.of(new Change("months", before, String.valueOf(months))));
    }

    /** How the rules are asked about a service on a day; about the order as a whole where there is no machine. */
    public Question question(OrderView file, Optional<Machine> machine, String kind, String like, LocalDate day) {
        Optional<LocalDate> delivered = machine.map(each -> each.on(MilestoneName.LOGISTICS_DELIVERED))
                .orElseGet(() -> delivered(file));
        WarrantyClaim claim = new WarrantyClaim(
                machine.map(each -> each.serial().value()).orElse(""), kind, like, delivered.isPresent(),
                delivered.map(LocalDate::toString).orElse(""),
                delivered.map(since -> monthsBegun(since, day)).orElse(0),
                agreed(file.number()).map(AgreedWarranty::months).orElse(0));
        return Question.at(Vocabulary.AT_WARRANTY, claim).since(day);
    }

    /** The day on which the whole order was delivered. */
    public static Optional<LocalDate> delivered(OrderView file) {
        return file.passed().stream()
                .filter(each -> each.name().equals(MilestoneName.LOGISTICS_DELIVERED))
                .map(Milestone::on)
                .findFirst();
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
