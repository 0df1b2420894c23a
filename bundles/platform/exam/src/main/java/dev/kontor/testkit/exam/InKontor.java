package dev.kontor.testkit.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The class's tests run inside the distribution of the folder {@code KONTOR_HOME}, on an empty Derby with the people of the
 * demo company. The project's folder {@code rules} and its bundle were brought there as an administrator does it: dropped, found
 * fit by the host's inspection, approved, the department too. The distribution itself is left as it is. {@link Staff} walks orders. A field of type {@link org.osgi.framework.BundleContext} is filled; the test has a constructor
 * without parameters, and uses no class of its project but itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Installed.class)
@ResourceLock("container")
public @interface InKontor {

    /** The project's bundle, from its folder; what stands in the system property {@code kontor.bundle} if empty. */
    String bundle() default "";
}
