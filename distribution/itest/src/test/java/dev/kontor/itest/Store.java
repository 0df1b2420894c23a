package dev.kontor.itest;

/** Where the platform keeps what it knows. */
enum Store {
    DERBY,
    POSTGRESQL;

    String featureFile() {
        return "feature-" + name().toLowerCase(java.util.Locale.ROOT) + ".json";
    }
}
