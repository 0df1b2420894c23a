package dev.kontor.kernel.wall;

import java.time.Duration;

/**
 * The administrator's numbers.
 *
 * @param call how long a department may take for one call, what it calls in turn left out
 * @param threads of one bundle's bulkhead
 * @param failures one after the other, nothing in between having worked, until a bundle is left alone
 * @param rest how long it is left alone
 * @param strikes within the window until it is in quarantine
 */
record Limits(Duration call, int threads, int failures, Duration rest, int strikes, Duration window) {

    static Limits of(WallSettings settings) {
        return new Limits(
                Duration.ofSeconds(settings.call_seconds()), settings.threads(), settings.failures(),
                Duration.ofSeconds(settings.rest_seconds()), settings.strikes(), Duration.ofMinutes(settings.window_minutes()));
    }
}
