package dev.kontor.console.pages;

import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.console.list.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue of equipment models with their technical parameters. */
@Component(service = Page.class)
public final class ModelsPage implements Page {

    private static final int ROWS = 200;

    private final EquipmentModels models;

    @Activate
    public ModelsPage(@Reference EquipmentModels models) {
        this.models = models;
    }

    @Override
    public String path() {
        return "models";
    }

    @Override
    public Text title() {
        return Words.of("models");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("sales", "engine", 30));
    }

    @Override
    public Set<Role> roles() {
        return CustomersPage.STAFF;
    }

    @Override
    public View show(Query query) {
        String words = query.parameter("words");
        EquipmentModels.Page page = models.list(words, query.parameter("after"), query.rows(ROWS));
        Block table = new Block.Table(
                title(),
                List.of(
                        Words.column("model"), Words.column("name"), Words.column("unit"), Words.number("list-price"),
                        Words.column("parameters")),
                page.models().stream().map(model -> row(model, mayChange(query))).toList(),
                Address.of("models", query, List.of("words")).after(page.next()),
                Words.of("models.none"));
        View view = View.of(title(), new Block.Search("models", Words.of("models.search"), words, List.of()), table);
        return mayChange(query)
                ? view.withAction(new Cell.Link(Words.of("models.new"), "do/models/save", "plus"))
                : view;
    }

    private static boolean mayChange(Query query) {
        return query.reader().holds(Role.SALES_HEAD);
    }

    private static List<Cell> row(EquipmentModel model, boolean mayChange) {
        return List.of(
                mayChange ? Words.link(model.model(), "do/models/save?subject=" + encoded(model.model())) : Cell.plain(model.model()),
                Cell.plain(model.name()),
                Cell.plain(model.unit()),
                new Cell.Amount(model.listPrice()),
                new Cell.Many(model.parameters().stream()
                        .map(found -> Cell.plain("%s %s %s".formatted(found.name(), found.value(), found.unit()).strip()))
                        .toList()));
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }
}
