package dev.kontor.testkit;

import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A wall that lets everybody through; a part that fails is missing. */
public final class OpenWall implements Wall {

    @Override
    public <S> S guard(Class<S> kind, S service) {
        return service;
    }

    @Override
    public boolean speaks(Object guarded) {
        return true;
    }

    @Override
    public <R> R reading(Object guarded, Supplier<R> reading) {
        return reading.get();
    }

    @Override
    public <R> R part(Object guarded, Supplier<R> part, Function<Text, R> instead) {
        try {
            return part.get();
        } catch (IllegalStateException failed) {
            return instead.apply(Text.plain("missing: " + failed.getMessage()));
        }
    }

    @Override
    public List<Walled> bundles() {
        return List.of();
    }

    @Override
    public boolean isQuarantined(String bundle) {
        return false;
    }
}
