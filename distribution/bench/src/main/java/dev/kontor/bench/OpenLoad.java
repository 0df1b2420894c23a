package dev.kontor.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a rate that does not wait for answers: each is timed from when it was to be sent, so that whoever comes while
 * another one is slow feels it, too.
 */
final class OpenLoad implements AutoCloseable {

    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread clock;
    private volatile boolean ended;
    private volatile String firstFailure = "";
    private volatile String firstPutOff = "";

    OpenLoad(Instance instance, int perSecond, Load.Next next) {
        this.clock = new Thread(() -> send(instance, TimeUnit.SECONDS.toNanos(1) / perSecond, next), "open-load");
        clock.start();
    }

    private void send(Instance instance, long everyNanos, Load.Next next) {
        long due = System.nanoTime();
        for (int round = 0; !ended; round++) {
            LockSupport.parkNanos(due - System.nanoTime());
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long intended = due;
            open.incrementAndGet();
            try {
                HttpRequest.Builder request = next.request(0, round);
                instance.sendAsync(request).whenComplete((answer, lost) -> answered(intended, answer, lost));
            } catch (IOException broken) {
                answered(intended, null, broken);
            }
            due += everyNanos;
        }
    }

    private void answered(long intended, HttpResponse<String> answer, Throwable lost) {
        if (lost != null) {
            fail(lost.toString());
        } else if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
            if (putOff.getAndIncrement() == 0) {
                firstPutOff = answer.uri() + " " + answer.body();
            }
        } else if (answer.statusCode() != 200) {
            fail(answer.statusCode() + " " + answer.body());
        } else {
            millis.add((System.nanoTime() - intended) / 1e6);
        }
        open.decrementAndGet();
    }

    private void fail(String why) {
        if (failed.getAndIncrement() == 0) {
            firstFailure = why;
        }
    }

    /** The times of what was answered with 200, in milliseconds, since this was last asked. */
    List<Double> taken() {
        List<Double> taken = new ArrayList<>();
        for (Double one = millis.poll(); one != null; one = millis.poll()) {
            taken.add(one);
        }
        return taken;
    }

    int failed() {
        return failed.get();
    }

    /** Not failed, but told when to come again. */
    int putOff() {
        return putOff.get();
    }

    String firstPutOff() {
        return firstPutOff;
    }

    String firstFailure() {
        return firstFailure;
    }

    /** Sends nothing more, and waits for the answers that are still to come. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        clock.join();
        while (open.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
