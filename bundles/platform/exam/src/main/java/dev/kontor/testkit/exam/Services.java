package dev.kontor.testkit.exam;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** What the framework offers now. */
final class Services {

    private Services() {}

    /** The best first. */
    static <S> List<S> of(BundleContext context, Class<S> type) {
        return references(context, type).stream()
                .sorted((one, other) -> other.compareTo(one))
                .flatMap(reference -> Optional.ofNullable(context.getService(reference)).stream())
                .toList();
    }

    private static <S> Collection<ServiceReference<S>> references(BundleContext context, Class<S> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException noFilter) {
            throw new IllegalStateException(noFilter);
        }
    }
}
