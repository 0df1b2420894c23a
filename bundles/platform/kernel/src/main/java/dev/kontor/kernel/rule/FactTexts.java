package dev.kontor.kernel.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.order.Order;
import dev.kontor.kernel.json.Canonical;
import java.util.ArrayList;
import java.util.List;
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

    @Activate
    public FactTexts(@Reference FactSources sources) {
        this.sources = sources;
    }

    /** An array of {@code {"type": …, "value": …}}. */
    public static String text(List<? extends Record> facts) {
        return facts.stream()
                .map(fact -> "{\"type\":\"" + fact.getClass().getName() + "\",\"value\":" + Canonical.text(fact) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** @throws IllegalArgumentException when nobody has the type of one of them any more */
    public List<Record> facts(String text) {
        List<Record> facts = new ArrayList<>();
        for (JsonNode each : Canonical.tree(text)) {
            facts.add(Canonical.read(each.get("value").toString(), type(each.get("type").asText())));
        }
        return facts;
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
