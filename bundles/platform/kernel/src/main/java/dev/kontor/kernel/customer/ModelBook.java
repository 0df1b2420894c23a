package dev.kontor.kernel.customer;

import dev.kontor.api.customer.EquipmentModel;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.search.Terms;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue of equipment models. */
@Component(service = {ModelBook.class, EquipmentModels.class})
public final class ModelBook implements EquipmentModels {

    private static final String COLUMNS = "select model, name, unit, list_price, currency, version from kernel_model ";

    private final Transactions transactions;
    private final Rows rows;

    @Activate
    public ModelBook(@Reference Transactions transactions, @Reference Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public Optional<EquipmentModel> model(String model) {
        return transactions.read(() -> models(rows.all(COLUMNS + "where model = ?", model)).stream().findFirst());
    }

    @Override
    public List<EquipmentModel> search(String words, int limit) {
        Lookup lookup = Lookup.of(words);
        return transactions.read(() -> models(rows.all(
                COLUMNS + lookup.where() + " order by model fetch first " + Lookup.most(limit) + " rows only", lookup.patterns())));
    }

    @Override
    public Page list(String words, String after, int limit) {
        Lookup lookup = Lookup.of(words);
        return transactions.read(() -> {
            List<Row> found = rows.all(
                    COLUMNS + lookup.whereAnd("model > ?") + " order by model fetch first " + (limit + 1) + " rows only",
                    lookup.patternsAnd(after));
            List<Row> shown = found.subList(0, Math.min(limit, found.size()));
            return new Page(models(shown), found.size() > limit ? shown.get(limit - 1).text(0) : "");
        });
    }

    /** Inside a command. */
    void insert(EquipmentModel model) {
        rows.run(
                "insert into kernel_model (model, name, search_words, unit, list_price, currency, version)"
                        + " values (?, ?, ?, ?, ?, ?, 1)",
                model.model(), model.name(), words(model), model.unit(), model.listPrice().amount(),
                model.listPrice().currency());
        parameters(model);
    }

    void update(EquipmentModel model) {
        rows.run(
                "update kernel_model set name = ?, search_words = ?, unit = ?, list_price = ?, currency = ?,"
                        + " version = version + 1 where model = ?",
                model.name(), words(model), model.unit(), model.listPrice().amount(), model.listPrice().currency(),
                model.model());
        rows.run("delete from kernel_model_parameter where model = ?", model.model());
        parameters(model);
    }

    private void parameters(EquipmentModel model) {
        int position = 0;
        for (TechnicalParameter parameter : model.parameters()) {
            rows.run(
                    "insert into kernel_model_parameter (model, position_of, name, content, unit) values (?, ?, ?, ?, ?)",
                    model.model(), position++, parameter.name(), parameter.value(), parameter.unit());
        }
    }

    private List<EquipmentModel> models(List<Row> found) {
        Condition theirs = Condition.in("model", found.stream().map(row -> row.text(0)).toList());
        Map<String, List<TechnicalParameter>> parameters = found.isEmpty() ? Map.of() : rows
                .all("select model, name, content, unit from kernel_model_parameter where " + theirs.sql()
                        + " order by model, position_of", theirs.values().toArray())
                .stream()
                .collect(Collectors.groupingBy(row -> row.text(0), Collectors.mapping(
                        row -> new TechnicalParameter(row.text(1), row.text(2), row.text(3)), Collectors.toList())));
        return found.stream().map(row -> model(row, parameters.getOrDefault(row.text(0), List.of()))).toList();
    }

    private static EquipmentModel model(Row row, List<TechnicalParameter> parameters) {
        return new EquipmentModel(
                row.text(0), row.text(1), row.text(2), new Money(row.amount(3), row.text(4)), parameters, row.number(5));
    }

    private static String words(EquipmentModel model) {
        return Lookup.words(Terms.ofText(model.name()), model.model());
    }
}
