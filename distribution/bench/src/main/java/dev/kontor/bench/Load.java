package dev.kontor.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Users who ask one thing after the other, until it is closed. */
final class Load implements AutoCloseable {

    /** What a user asks next. */
    @FunctionalInterface
    interface Next {
        HttpRequest.Builder request(int user, int round) throws IOException;
    }

    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Thread> users;
    private volatile boolean ended;
    private volatile String firstFailure = "";

    Load(Instance instance, int users, Next next) {
        this.users = java.util.stream.IntStream.range(0, users)
                .mapToObj(user -> new Thread(() -> ask(instance, user, next)))
                .toList();
        this.users.forEach(Thread::start);
    }

    /** The times of what was answered with 200, in milliseconds, since this was last asked. */
    List<Double> taken() {
        List<Double> taken = new java.util.ArrayList<>();
        for (Double one = millis.poll(); one != null; one = millis.poll()) {
            taken.add(one);
        }
        return taken;
    }

    int failed() {
        return failed.get();
    }

    String firstFailure() {
        return firstFailure;
    }

    private void ask(Instance instance, int user, Next next) {
        for (int round = 0; !ended; round++) {
            long begin = System.nanoTime();
            try {
                var answer = instance.send(next.request(user, round));
                if (answer.statusCode() != 200) {
                    fail(answer.statusCode() + " " + answer.body());
                    continue;
                }
            } catch (IOException lost) {
                fail(lost.toString());
                continue;
            } catch (InterruptedException stop) {
                return;
            }
            millis.add((System.nanoTime() - begin) / 1e6);
        }
    }

    private void fail(String why) {
        if (failed.getAndIncrement() == 0) {
            firstFailure = why;
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread user : users) {
            user.join();
        }
    }
}
