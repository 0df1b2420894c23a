package dev.kontor.api.wall;

/** Whose a bundle is: of those that came through the door for partners' bundles the location says so, and of no others. */
public final class Partner {

    private static final String LOCATION = "kontor-partner:";

    private Partner() {}

    /** Where a partner's bundle of this symbolic name is installed. */
    public static String location(String name) {
        return LOCATION + name;
    }

    /** Whether the bundle that is installed there is a partner's. */
    public static boolean isAt(String location) {
        return location.startsWith(LOCATION);
    }
}
