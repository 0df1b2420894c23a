package dev.kontor.kernel.rule;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.order.OrderRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Facts as kept with a decision, and facts of what was kept. */
@Component(service = FactTexts.class)
public final class FactTexts {

    private final FactSources sources;
    private final OrderRows orders;

    @Activate
    public FactTexts(@Reference FactSources sources, @Reference OrderRows orders) {
        this.sources = sources;
        this.orders = orders;
    }

    /**
     * A kept fact with its value, wherever that is kept.
     *
     * @param sound whether the value is the one that the decision was taken on, as far as its digest tells
     */
    public record Full(String type, String value, boolean sound) {}

    public List<Full> full(String order, List<KeptFact> facts) {
        return full(order, facts, orders::text);
    }

    /** Reads at once what decisions on these orders may point at. */
    public Reading reading(List<String> numbers) {
        return new Reading(orders.texts(numbers));
    }

    /** The facts of several decisions; kept no longer than those are looked at, as a bundle's types change with it. */
    public final class Reading {

        private final Map<OrderNumber, Map<Integer, String>> revisions;
        private final Map<String, Class<? extends Record>> types = new HashMap<>();

        private Reading(Map<OrderNumber, Map<Integer, String>> revisions) {
            this.revisions = revisions;
        }

        public List<Full> full(String order, List<KeptFact> facts) {
            return FactTexts.full(order, facts, (number, revision) -> Optional.ofNullable(revisions.getOrDefault(number, Map.of()).get(revision)));
        }

        /** @throws IllegalArgumentException when nobody has its type any more */
        public Record fact(Full fact) {
            return Canonical.read(fact.value(), types.computeIfAbsent(fact.type(), FactTexts.this::type));
        }
    }

    private static List<Full> full(String order, List<KeptFact> facts, BiFunction<OrderNumber, Integer, Optional<String>> revisions) {
        return facts.stream()
                .map(fact -> fact.type().equals(KeptFact.REVISION)
                        ? revision(fact.pointer(), new OrderNumber(order), revisions)
                        : new Full(fact.type(), fact.value().json(), true))
                .toList();
    }

    private static Full revision(KeptFact.Pointer pointer, OrderNumber order, BiFunction<OrderNumber, Integer, Optional<String>> revisions) {
        String text = revisions.apply(order, pointer.revision()).orElse("{}");
        return new Full(Order.class.getName(), text, Canonical.digest(text).equals(pointer.digest()));
    }

    /** @throws IllegalArgumentException when nobody has its type any more */
    public Record fact(Full fact) {
        return Canonical.read(fact.value(), type(fact.type()));
    }

    /** In one line; its JSON stands for a fact whose type nobody has any more. */
    Text words(Full fact) {
        try {
            return FactWords.of(fact(fact));
        } catch (IllegalArgumentException gone) {
            return Text.plain(FactWords.cut(fact.type().substring(fact.type().lastIndexOf('.') + 1) + " " + fact.value()));
        }
    }

    /** An array of {@code {"type": …, "value": …}}. */
    static String text(List<Full> facts) {
        return facts.stream()
                .map(fact -> "{\"type\":\"" + fact.type() + "\",\"value\":" + fact.value() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Class<? extends Record> type(String name) {
        return sources.type(name).orElseGet(() -> exported(name).asSubclass(Record.class));
    }

    /** Only the api and exported {@code *.facts} packages hold facts. */
    private static Class<?> exported(String name) {
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        try {
            Bundle own = FrameworkUtil.getBundle(FactTexts.class);
            if (folder.startsWith("dev.kontor.api.") || own == null) {
                return Class.forName(name, false, own == null ? FactTexts.class.getClassLoader() : Order.class.getClassLoader());
            }
            for (Bundle bundle : own.getBundleContext().getBundles()) {
                if (folder.endsWith(".facts") && exports(bundle, folder)) {
                    return bundle.loadClass(name);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("The type %s is not there.".formatted(name), e);
        }
        throw new IllegalArgumentException("No bundle exports the type %s.".formatted(name));
    }

    private static boolean exports(Bundle bundle, String folder) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(each -> folder.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }
}
