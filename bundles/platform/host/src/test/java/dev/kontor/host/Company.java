package dev.kontor.host;

import dev.kontor.host.inspect.Surroundings;
import dev.kontor.host.inspect.Surroundings.Exported;
import dev.kontor.host.inspect.Surroundings.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** A platform that a partner's jar comes to, small enough to be seen at a glance. */
public final class Company {

    private Company() {}

    public static Surroundings around(Neighbour... more) {
        List<Neighbour> ours = List.of(
                new Neighbour("dev.kontor.api", false, exported("1.0.0", "dev.kontor.api.department", "dev.kontor.api.page", "dev.kontor.api.command",
                        "dev.kontor.api.order", "dev.kontor.api.desk", "dev.kontor.api.people", "dev.kontor.api.text"), Set.of(), ""),
                new Neighbour("dev.kontor.store", false, exported("1.0.0", "dev.kontor.store"), Set.of(), ""),
                new Neighbour("dev.kontor.kernel", false, List.of(), Set.of("dev.kontor.store"), "kernel"),
                new Neighbour("org.apache.felix.framework", false, exported("1.10.0", "org.osgi.framework", "org.osgi.framework.wiring"), Set.of(), ""),
                new Neighbour("dev.acme.crane", true, exported("2.0.0", "dev.acme.crane.facts"), Set.of("dev.acme.lift.facts"), "crane"));
        return new Surroundings(Stream.concat(ours.stream(), Stream.of(more)).toList(),
                Map.of("finance", "dev.kontor.finance", "finance/set-credit-limit", "dev.kontor.finance", "orders", "dev.kontor.console"), 17);
    }

    public static List<Exported> exported(String version, String... names) {
        return Stream.of(names).map(name -> new Exported(name, new Version(version))).toList();
    }
}
