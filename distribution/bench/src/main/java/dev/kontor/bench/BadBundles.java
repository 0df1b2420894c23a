package dev.kontor.bench;

import dev.kontor.bench.BadBundle.Place;
import java.util.List;

/** What partners may do wrong, by mistake or on purpose. What one JVM cannot contain is among what is refused. */
final class BadBundles {

    private static final String FOREVER = "Thread.sleep(Long.MAX_VALUE);";
    private static final String SPIN = "while (yes()) { }";
    private static final String NOTHING = "if (yes()) { return null; }";
    private static final String THROWS = "if (yes()) { throw new IllegalStateException(\"bad\"); }";

    /** One each. */
    static final List<BadBundle> ALL = List.of(
            BadBundle.of("throws on its page", Place.SHOW, THROWS),
            BadBundle.of("an error on its page", Place.SHOW, "if (yes()) { throw new NoSuchMethodError(\"bad\"); }"),
            BadBundle.of("stack overflow on its page", Place.SHOW, "deeper(0);").and(Place.FIELDS, "private int deeper(int depth) { return deeper(depth + 1) + 1; }"),
            BadBundle.of("sleeps on its page", Place.SHOW, FOREVER),
            BadBundle.of("ignores interrupts", Place.SHOW, "while (yes()) { try { " + FOREVER + " } catch (InterruptedException ignored) { } }"),
            BadBundle.of("deadlock on its page", Place.SHOW, """
                    Object one = new Object(); Object two = new Object();
                    Thread other = new Thread(() -> { synchronized (two) { pause(); synchronized (one) { pause(); } } });
                    other.setDaemon(true); other.start(); synchronized (one) { pause(); synchronized (two) { pause(); } }""")
                    .and(Place.FIELDS, "private static void pause() { try { Thread.sleep(100); } catch (InterruptedException goOn) { } }"),
            BadBundle.of("says nothing on its page", Place.SHOW, NOTHING),
            BadBundle.of("20 million letters on its page", Place.SHOW, "if (yes()) { return said(\"x\".repeat(20_000_000)); }"),
            BadBundle.of("eats 100 MB for its page", Place.SHOW, "List<byte[]> eaten = new ArrayList<>(); for (int i = 0; i < 100; i++) { eaten.add(new byte[1 << 20]); }"),
            BadBundle.of("asks for an array larger than there can be", Place.SHOW, "if (yes()) { return said(\"\" + new byte[Integer.MAX_VALUE].length); }"),
            BadBundle.of("uses up the heap for its page", Place.SHOW, "List<byte[]> eaten = new ArrayList<>(); while (yes()) { eaten.add(new byte[1 << 22]); }"),
            BadBundle.of("interrupts its caller", Place.SHOW, "Thread.currentThread().interrupt();"),
            BadBundle.of("leaves another context class loader and thread name", Place.SHOW, "Thread.currentThread().setName(\"mine\"); Thread.currentThread().setContextClassLoader(null);"),
            BadBundle.of("throws in the menu", Place.MENU, THROWS),
            BadBundle.of("sleeps in the menu", Place.MENU, "try { " + FOREVER + " } catch (InterruptedException ended) { }"),
            BadBundle.of("no place in the menu", Place.MENU, NOTHING),
            BadBundle.of("no title in the menu", Place.TITLE, NOTHING),
            BadBundle.of("stack overflow in the menu", Place.TITLE, "title();"),
            BadBundle.of("throws when it starts", Place.ACTIVATE, THROWS),
            BadBundle.of("blocks when it starts", Place.ACTIVATE, FOREVER),
            BadBundle.of("throws when it stops", Place.DEACTIVATE, THROWS),
            BadBundle.of("blocks when it stops", Place.DEACTIVATE, FOREVER),
            BadBundle.of("leaks a hundred threads", Place.ACTIVATE, "for (int i = 0; i < 100; i++) { Thread left = new Thread(() -> { try { " + FOREVER
                    + " } catch (InterruptedException ended) { } }); left.setDaemon(true); left.start(); }"),
            BadBundle.of("leaks its class loader", Place.SHOW, "LEFT.set(this);").and(Place.FIELDS, "private static final ThreadLocal<Object> LEFT = new ThreadLocal<>();"),
            BadBundle.of("registers 10,000 services", Place.ACTIVATE, "for (int i = 0; i < 10_000; i++) { context.registerService(Runnable.class, () -> { }, null); }"),
            BadBundle.of("registers a thousand pages", Place.ACTIVATE, "for (int i = 0; i < 1_000; i++) { context.registerService(Page.class, this, null); }"),
            BadBundle.of("a gigabyte to the console", Place.SHOW, "String line = \"x\".repeat(1 << 20); for (int i = 0; i < 1024; i++) { System.out.println(line); }"),
            BadBundle.of("another locale", Place.SHOW, "Locale.setDefault(Locale.forLanguageTag(\"ar-EG-u-nu-arab\"));"),
            BadBundle.of("another time zone", Place.SHOW, "TimeZone.setDefault(TimeZone.getTimeZone(\"Pacific/Kiritimati\"));"),
            BadBundle.of("stops the framework", Place.SHOW, "context.getBundle(0).stop();"),
            BadBundle.of("ends the process", Place.SHOW, "System.exit(1);"),
            BadBundle.of("halts the process", Place.SHOW, "Runtime.getRuntime().halt(1);"),
            BadBundle.of("loads native code", Place.SHOW, "System.loadLibrary(\"bad\");"),
            BadBundle.with("a version of the api that is not there", "Import-Package", "dev.kontor.api.page;version=\"[2.0,3)\",org.osgi.framework"),
            BadBundle.with("imports at run time", "DynamicImport-Package", "*"),
            BadBundle.with("a fragment on the kernel", "Fragment-Host", "dev.kontor.kernel"),
            BadBundle.with("a package of the api", "Export-Package", "dev.kontor.api.page"),
            BadBundle.with("a package of another department", "Export-Package", "dev.kontor.review.facts"),
            BadBundle.of("changed after it was signed", Place.SHOW, "").tampered(),
            BadBundle.with("the name of a bundle of ours", "Bundle-SymbolicName", "dev.kontor.review"),
            // last: no thread can be stopped, and these keep the processors from all that follows
            BadBundle.of("spins on its page", Place.SHOW, SPIN),
            BadBundle.of("spins in the menu", Place.MENU, SPIN));

    private BadBundles() {}
}
