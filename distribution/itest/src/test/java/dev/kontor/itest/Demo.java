package dev.kontor.itest;

import com.microsoft.playwright.Browser.NewContextOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The demo company on Derby with a browser before it: started for the first class that walks through it, ended after the last. */
record Demo(Platform platform, Browser browser, Company company) implements AutoCloseable {

    private static Demo start() {
        Platform platform = new Platform(Archive.unpack("demo").played(), "--demo").start();
        return new Demo(platform, new Browser(), new Company(platform));
    }

    /** Somebody who signed in and reads this language. */
    Visit visit(String person, String language, int width) {
        return signedIn(person, language, new NewContextOptions().setLocale(language).setViewportSize(width, 900));
    }

    /** Somebody whose browser runs no scripts. */
    Visit withoutScripts(String person) {
        return signedIn(person, "en", new NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
    }

    Visit signedIn(String person, String language, NewContextOptions options) {
        Visit visit = visit(options);
        visit.signIn(person);
        visit.speak(language);
        return visit;
    }

    /** A browser window before anybody signed in. */
    Visit visit(NewContextOptions options) {
        return Visit.of(browser, platform, options);
    }

    @Override
    public void close() {
        browser.close();
        platform.close();
    }

    /** Hands the one demo company to whoever asks for it in {@code @BeforeAll}. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demo.class;
        }

        @Override
        public Demo resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Demo.class))
                    .getOrComputeIfAbsent(Demo.class, key -> start(), Demo.class);
        }
    }
}
