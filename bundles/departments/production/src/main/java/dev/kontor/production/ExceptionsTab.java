package dev.kontor.production;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production's part of the order's page: exceptions with their solutions. */
@Component
public final class ExceptionsTab implements OrderTab {

    private final Exceptions exceptions;

    @Activate
    public ExceptionsTab(@Reference Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public String id() {
        return "production-exceptions";
    }

    @Override
    public Text title() {
        return Text.of("production.tab");
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(OrderView file) {
        List<ProductionException> all = exceptions.of(file.number());
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of(new Block.Table(
                Text.of("production.exceptions"),
                Stream.of("exception-kind", "description", "solution", "delivery-on", "by-production", "by-sales", "state")
                        .map(key -> Block.Column.of(Text.of("production." + key)))
                        .toList(),
                all.stream().map(ExceptionsTab::row).toList(),
                "",
                Text.plain("")));
    }

    private static List<Cell> row(ProductionException each) {
        return List.of(
                Cell.words(Text.of("production.exception." + each.kind())),
                Cell.plain(each.description()),
                Cell.plain(each.solution()),
                each.deliveryOn().<Cell>map(Cell.Day::new).orElse(Cell.words(Text.of("production.date-holds"))),
                Cell.plain(each.byProduction()),
                Cell.plain(each.bySales()),
                each.isAgreed()
                        ? new Cell.Badge(Tone.GOOD, Text.of("production.state-agreed"))
                        : new Cell.Badge(Tone.WARNING, Text.of("production.state-open")));
    }
}
