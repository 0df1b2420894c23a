package dev.kontor.console.pages;

import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What departments register of one kind, as it is to be called. Thread-safe. */
final class Bound<S> {

    private final Wall wall;
    private final Class<S> kind;
    private final List<S> services = new CopyOnWriteArrayList<>();

    Bound(Wall wall, Class<S> kind) {
        this.wall = wall;
        this.kind = kind;
    }

    /** Who brings it waits until it has said what it is; who reads a page does not. */
    void add(S service) {
        S guarded = wall.guard(kind, service);
        wall.speaks(guarded);
        services.add(guarded);
    }

    void remove(S service) {
        services.remove(wall.guard(kind, service));
    }

    /** Those that say what they are. */
    Stream<S> speaking() {
        return services.stream().filter(wall::speaks);
    }
}
