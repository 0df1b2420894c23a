package dev.kontor.console.web;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Documents;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.people.Person;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.text.Text;
import dev.kontor.console.form.FormReader;
import dev.kontor.console.form.FormSheet;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The forms of commands: drawn from what the desk offers, handed in at the desk, drawn again with what was wrong. */
@Component(service = CommandForms.class)
public final class CommandForms {

    private final Desk desk;
    private final Documents documents;
    private final Flashes flashes;
    private final PageDrawing drawing;

    @Activate
    public CommandForms(
            @Reference Desk desk, @Reference Documents documents, @Reference Flashes flashes, @Reference PageDrawing drawing) {
        this.desk = desk;
        this.documents = documents;
        this.flashes = flashes;
        this.drawing = drawing;
    }

    /** {@code /do/<department>/<verb>?order=&task=&subject=}. */
    void handle(Exchange exchange) throws IOException {
        List<String> tail = exchange.tail("/do");
        if (tail.size() != 2) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("console.no-page", exchange.path().substring(1)));
        }
        Block.Ask ask = new Block.Ask(
                tail.get(0) + "/" + tail.get(1),
                Asked.order(exchange.parameter("order")),
                Asked.task(exchange.parameter("task")),
                exchange.parameter("subject"));
        if (exchange.posts()) {
            exchange.keepTyped();
            submit(exchange, ask);
        } else {
            drawing.form(exchange, 200, sheet(desk, ask, exchange.person()));
        }
    }

    /** The empty form of a command, with a key of its own. */
    static FormSheet sheet(Desk desk, Block.Ask ask, Person person) {
        Desk.Offer offer = offer(desk, ask, person);
        return new FormSheet(id(ask), offer, address(ask), UUID.randomUUID().toString(), initial(offer, ask), Map.of(),
                List.of(), Optional.empty(), List.of());
    }

    private static Desk.Offer offer(Desk desk, Block.Ask ask, Person person) {
        return ask.order().isEmpty() && ask.task().isEmpty()
                ? desk.offer(ask.command(), ask.subject(), person)
                : desk.offer(ask.command(), ask.order(), ask.task(), person);
    }

    private static Values initial(Desk.Offer offer, Block.Ask ask) {
        Map<String, Object> values = new HashMap<>(offer.initial().all());
        if (!ask.subject().isEmpty()) {
            values.put("subject", ask.subject());
        }
        return new Values(values);
    }

    private void submit(Exchange exchange, Block.Ask ask) throws IOException {
        Desk.Offer offer = offer(desk, ask, exchange.person());
        FormReader reader = new FormReader(documents, exchange.request());
        Values values = reader.read(offer.form());
        String key = exchange.parameter("_key");
        FormSheet sheet = new FormSheet(id(ask), offer, address(ask), key.isEmpty() ? UUID.randomUUID().toString() : key, values,
                reader.files(), List.of(), Optional.empty(), List.of(exchange.parameter("_add")));
        if (!reader.gaps().isEmpty()) {
            drawing.form(exchange, Asked.status(Refused.Reason.INVALID), refused(sheet, Refused.at(reader.gaps())));
        } else if (!exchange.parameter("_add").isEmpty()) {
            drawing.form(exchange, 200, sheet);
        } else {
            submit(exchange, ask, sheet);
        }
    }

    private void submit(Exchange exchange, Block.Ask ask, FormSheet sheet) throws IOException {
        Request request = new Request(exchange.person(), ask.command(), ask.order(), ask.task(),
                Asked.version(exchange.parameter("_version")), sheet.values(), sheet.key(),
                exchange.session().map(Session::token).orElse(""));
        try {
            done(exchange, ask, desk.submit(request));
        } catch (Refused refused) {
            drawing.form(exchange, Asked.status(refused.reason()), refused(sheet, refused));
        }
    }

    private void done(Exchange exchange, Block.Ask ask, Answer answer) throws IOException {
        if (ask.command().equals("accounts/issue-token")) {
            drawing.secret(exchange, answer);
            return;
        }
        exchange.session().ifPresent(session -> flashes.say(session.token(), answer.said()));
        String order = answer.order().or(ask::order).map(number -> "orders/" + number).orElse("");
        String back = exchange.parameter("_back");
        exchange.redirect(!answer.next().isEmpty() ? answer.next() : !order.isEmpty() ? order : back.isEmpty() ? "worklist" : back);
    }

    /**
     * What was typed with what was wrong. A refusal is an answer and stands under its key, so the corrected form gets a
     * new one; it had no effect that could come twice.
     */
    private static FormSheet refused(FormSheet sheet, Refused refused) {
        Optional<Text> words = Optional.of(refused.words());
        return new FormSheet(sheet.id(), sheet.offer(), sheet.address(), UUID.randomUUID().toString(), kept(sheet, refused),
                sheet.files(), refused.gaps(), words, List.of());
    }

    /** A drawing that was refused is drawn again; what was carried along unseen and refused is what it would be in a new form. */
    private static Values kept(FormSheet sheet, Refused refused) {
        Map<String, Object> values = new HashMap<>(sheet.values().all());
        Set<String> wrong = refused.gaps().stream().map(Refused.Gap::field).collect(Collectors.toSet());
        sheet.form().fields().stream()
                .filter(field -> wrong.contains(field.name()))
                .filter(field -> field.kind() == Field.Kind.HIDDEN || field.suggestions().equals("drawing"))
                .forEach(field -> renew(values, field.name(), sheet.offer().initial()));
        return new Values(values);
    }

    private static void renew(Map<String, Object> values, String field, Values initial) {
        values.remove(field);
        if (initial.has(field)) {
            values.put(field, initial.all().get(field));
        }
    }

    private static String id(Block.Ask ask) {
        return "f-" + ask.command().replace('/', '-') + ask.task().map(task -> "-" + task).orElse("");
    }

    private static String address(Block.Ask ask) {
        StringJoiner query = new StringJoiner("&", "do/" + ask.command() + "?", "");
        ask.order().map(OrderNumber::value).ifPresent(order -> query.add("order=" + order));
        ask.task().map(TaskId::toString).ifPresent(task -> query.add("task=" + task));
        if (!ask.subject().isEmpty()) {
            query.add("subject=" + URLEncoder.encode(ask.subject(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
