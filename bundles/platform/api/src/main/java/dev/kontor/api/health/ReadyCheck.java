package dev.kontor.api.health;

import dev.kontor.api.text.Text;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that must be right before the platform serves: migrations done, rules decided, roster complete. Registered
 * as services; {@code /health/ready} answers 503 while one of them says what is missing, or while one that the product
 * names ({@code kontor.ready} framework property, names separated by commas) is not registered.
 */
@ConsumerType
public interface ReadyCheck {

    /** For example {@code store}, {@code rules}, {@code roster}. */
    String name();

    /** What is missing; empty when all is well. Answers at once and touches nothing. */
    Optional<Text> missing();

    /** What an operator should see to although the platform serves: a certificate that ends soon. Answers at once. */
    default Optional<Text> warning() {
        return Optional.empty();
    }
}
