package dev.kontor.console.health;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import dev.kontor.console.Tracked;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Whether the platform may serve: every check that is registered, and every one that the product names. */
@Component(service = Readiness.class)
public final class Readiness {

    private final List<String> demanded;
    private final Tracked<ReadyCheck> checks;
    private final Wall wall;

    @Activate
    public Readiness(BundleContext context, @Reference Wall wall) {
        this.wall = wall;
        demanded = names(Objects.toString(context.getProperty("kontor.ready"), ""));
        checks = Tracked.behind(wall, context, ReadyCheck.class, () -> {});
    }

    @Deactivate
    public void close() {
        checks.close();
    }

    /** What is missing, by the check's name; empty when the platform is ready. */
    public Map<String, Text> missing() {
        return missing(demanded, checks.get(), wall);
    }

    /** What an operator should see to, by the check's name. */
    public Map<String, Text> warnings() {
        Map<String, Text> warnings = new LinkedHashMap<>();
        checks.get().forEach(check -> wall.part(check, check::warning, Optional::of).ifPresent(words -> warnings.put(check.name(), words)));
        return warnings;
    }

    /** A check that fails holds up the product only where the product names it. */
    static Map<String, Text> missing(List<String> demanded, List<ReadyCheck> registered, Wall wall) {
        Map<String, Text> missing = new LinkedHashMap<>();
        for (String name : demanded) {
            if (registered.stream().noneMatch(check -> check.name().equals(name))) {
                missing.put(name, Text.of("console.ready.absent", name));
            }
        }
        for (ReadyCheck check : registered) {
            wall.part(check, check::missing, failed -> Optional.of(failed).filter(words -> demanded.contains(check.name())))
                    .ifPresent(words -> missing.put(check.name(), words));
        }
        return missing;
    }

    static List<String> names(String property) {
        return Arrays.stream(property.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
