package dev.kontor.itest;

import dev.kontor.testkit.exam.Container;
import dev.kontor.testkit.exam.FeatureFile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Starts Pax Exam's native container for a test class, from the feature file that ships with its configurations, and runs
 * each test method inside it through a probe bundle. (Pax Exam has no JUnit 5 driver for OSGi.)
 */
final class PaxExam implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor {

    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(PaxExam.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Class<?> test = context.getRequiredTestClass();
        Archive archive = Archive.unpack("exam-" + test.getSimpleName());
        Store store = test.getAnnotation(InContainer.class).store();
        if (store == Store.POSTGRESQL) {
            Postgres.choose(archive, "exam_" + test.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        FeatureFile feature = new FeatureFile(archive.home(), store.featureFile());
        context.getStore(PLACE).put("container", Container.start(feature, List.of(), test, List.of(InContainer.class, Store.class)));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Optional.ofNullable(context.getStore(PLACE).remove("container", Container.class)).ifPresent(Container::close);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        invocation.skip();
        context.getStore(PLACE).get("container", Container.class).call(method.getExecutable().getName());
    }
}
