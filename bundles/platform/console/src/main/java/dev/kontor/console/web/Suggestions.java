package dev.kontor.console.web;

import dev.kontor.api.customer.Customers;
import dev.kontor.api.customer.EquipmentModels;
import dev.kontor.api.people.Accounts;
import dev.kontor.console.Tracked;
import dev.kontor.console.health.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** {@code /suggest/<what>?q=}: what a field may hold, while somebody types. */
@Component(service = Suggestions.class)
public final class Suggestions {

    private static final int MOST = 12;

    private record Suggestion(String value, String label) {}

    private final Accounts accounts;
    private final Tracked<Customers> customers;
    private final Tracked<EquipmentModels> models;

    @Activate
    public Suggestions(BundleContext context, @Reference Accounts accounts) {
        this.accounts = accounts;
        this.customers = Tracked.of(context, Customers.class);
        this.models = Tracked.of(context, EquipmentModels.class);
    }

    @Deactivate
    public void close() {
        customers.close();
        models.close();
    }

    void handle(Exchange exchange) throws IOException {
        String json = suggest(exchange).stream()
                .map(found -> "{\"value\":%s,\"label\":%s}".formatted(Json.quote(found.value()), Json.quote(found.label())))
                .collect(Collectors.joining(",", "[", "]"));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.response().setContentType("application/json");
        exchange.response().setContentLength(body.length);
        exchange.response().getOutputStream().write(body);
    }

    private List<Suggestion> suggest(Exchange exchange) {
        String words = exchange.parameter("q").strip();
        boolean business = exchange.person().roles().stream().anyMatch(role -> !role.isAdministrator());
        return switch (String.join("/", exchange.tail("/suggest"))) {
            case "customer" -> business ? customers(words) : List.of();
            case "model" -> business ? models(words) : List.of();
            case "person" -> people(words.toLowerCase(Locale.ROOT));
            default -> List.of();
        };
    }

    private List<Suggestion> customers(String words) {
        return customers.first().stream()
                .flatMap(found -> found.search(words, MOST).stream())
                .map(customer -> new Suggestion(customer.id().value(), customer.name()))
                .toList();
    }

    private List<Suggestion> models(String words) {
        return models.first().stream()
                .flatMap(found -> found.search(words, MOST).stream())
                .map(model -> new Suggestion(model.model(), model.name()))
                .toList();
    }

    private List<Suggestion> people(String words) {
        return accounts.accounts().stream()
                .filter(Accounts.Account::enabled)
                .filter(account -> account.id().value().contains(words) || account.name().toLowerCase(Locale.ROOT).contains(words))
                .limit(MOST)
                .map(account -> new Suggestion(account.id().value(), account.name()))
                .toList();
    }
}
