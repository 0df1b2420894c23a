package dev.kontor.entry;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.rule.FactSource;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.facts.EnteredOrder;
import dev.kontor.entry.facts.IntendedContract;
import dev.kontor.entry.facts.RegisteredContract;
import dev.kontor.entry.facts.TaxedLine;
import dev.kontor.api.order.ContractTerm;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the rules may know about the entry of an order. */
@Component
public final class EntryFacts implements FactSource {

    private final Drafts drafts;

    @Activate
    public EntryFacts(@Reference Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(IntendedContract.class, RegisteredContract.class, EnteredOrder.class, TaxedLine.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        if (!Entry.isRegistered(file)) {
            return drafts.find(file.number()).map(EntryFacts::intended).stream().toList();
        }
        if (!drafts.isSubmitted(file.number())) {
            return drafts.find(file.number()).map(EntryFacts::registered).stream().toList();
        }
        Order order = file.order().orElseThrow();
        return Stream.concat(Stream.of(entered(file, order)), taxed(file, order)).toList();
    }

    /** The lines whose rate is new: one that the order had before was the company's when it was taken. */
    private static Stream<TaxedLine> taxed(OrderFile file, Order order) {
        Set<BigDecimal> known = file.order(order.revision() - 1).stream()
                .flatMap(before -> before.lines().stream())
                .map(line -> line.taxRate().stripTrailingZeros())
                .collect(Collectors.toUnmodifiableSet());
        return order.lines().stream().filter(line -> !known.contains(line.taxRate().stripTrailingZeros())).map(EntryFacts::taxed);
    }

    private static IntendedContract intended(Draft draft) {
        return new IntendedContract(draft.text("contract-number"), draft.text("contract-kind"), draft.text("planned-on"));
    }

    private static RegisteredContract registered(Draft draft) {
        return new RegisteredContract(
                draft.text("contract-number"), draft.text("contract-kind"), draft.text("signed-on"), draft.judged());
    }

    private static TaxedLine taxed(OrderLine line) {
        return new TaxedLine(Paths.cell("lines", line.position() - 1, "tax"), line.taxRate());
    }

    private static EnteredOrder entered(OrderFile file, Order order) {
        return new EnteredOrder(
                file.documents().stream().anyMatch(document -> document.kind().equals(Entry.CONTRACT)),
                order.terms().size(),
                (int) order.terms().stream().filter(ContractTerm::isKey).count(),
                !order.contact().phone().isEmpty() || !order.contact().email().isEmpty(),
                order.payment().total().equals(order.total()),
                !order.delivery().date().isBefore(order.contract().signedOn()),
                !order.contract().signedOn().isAfter(file.today()),
                order.lines().size(),
                (int) order.lines().stream().filter(line -> !line.parameters().isEmpty()).count());
    }
}
