package dev.kontor.testkit.exam;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Request;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.task.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * The people of the demo company at work, to be asked inside the framework. Each does at the desk what they would do on a page;
 * what follows another's work is waited for. {@code system} administers, {@code lina} sells, {@code auditor} reads everything.
 */
public final class Staff {

    private final BundleContext context;

    private Staff(BundleContext context) {
        this.context = context;
    }

    public static Staff in(BundleContext context) {
        return new Staff(context);
    }

    /** A command about the company. */
    public Answer does(String person, String command, Map<String, Object> values) {
        return desk().submit(new Request(person(person), command, Optional.empty(), Optional.empty(), -1, new Values(values), key()));
    }

    /** A command about an order, work on an open task first; the person waits until it is offered. */
    public Answer does(String person, String command, OrderNumber order, Map<String, Object> values) {
        Person actor = person(person);
        Desk.Offer offer = Patience.until("%s can do %s with %s".formatted(person, command, order), () -> desk().offers(order, actor).stream()
                .filter(each -> each.command().equals(command))
                .findFirst());
        return desk().submit(new Request(actor, command, Optional.of(order), offer.task().map(Task::id), -1, new Values(values), key()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** The person gets the role, {@code customs.clerk}. */
    public void employ(String person, String role) {
        does("security", "roles/grant", Map.of("person", person, "other", role));
    }

    /** A new order of this price in yuan for a customer with credit, which has passed every review. */
    public OrderNumber cleared(long yuan) {
        return new NewOrder(this).cleared(yuan);
    }

    /** What rules have concluded about the order so far, with the rule that did; the latest decision first. */
    public List<Told> conclusions(OrderNumber order) {
        Person reader = person("auditor");
        return desk().read(() -> service(Decisions.class).of(order, reader)).stream().map(DecisionRecord::conclusions).flatMap(List::stream).toList();
    }

    /**
     * A page as the person sees it once it is there.
     *
     * @param tail what stands behind its path in the address
     */
    public View page(String person, String path, String... tail) {
        Query query = new Query(person(person), List.of(tail), Map.of());
        Page page = Patience.until("there is a page " + path, () -> services(Page.class).stream().filter(each -> each.path().equals(path)).findFirst());
        return desk().read(() -> page.show(query));
    }

    /**
     * The administrator removes a bundle.
     *
     * @return what it has left behind, a sentence each
     */
    public List<String> removes(String bundle) throws BundleException, InterruptedException {
        return Leftovers.of(context, bundle, () -> {
            does("system", "bundles/remove", Map.of("bundle", bundle, "reason", "It was tried."));
            Patience.until(bundle + " is gone", () -> Optional.of(bundle).filter(gone -> Arrays.stream(context.getBundles())
                    .noneMatch(each -> gone.equals(each.getSymbolicName()))));
        });
    }

    Upload paper(String name) {
        try {
            return service(Documents.class).take(name + ".pdf", new ByteArrayInputStream(
                    "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Person person(String name) {
        return Patience.until("there is somebody called " + name, () -> service(Accounts.class).person(new PersonId(name)));
    }

    private Desk desk() {
        return service(Desk.class);
    }

    <S> S service(Class<S> type) {
        return Patience.until(type.getSimpleName() + " is there", () -> services(type).stream().findFirst());
    }

    private <S> List<S> services(Class<S> type) {
        return Services.of(context, type);
    }
}
