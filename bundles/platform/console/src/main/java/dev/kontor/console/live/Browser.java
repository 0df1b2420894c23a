package dev.kontor.console.live;

import dev.kontor.api.people.PersonId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One open page. Written to without waiting: one that does not read is dropped and comes back by itself. */
final class Browser implements WriteListener, AsyncListener {

    private static final int MOST_UNREAD = 64;
    /** After that the browser comes back and its session is looked at again. */
    private static final long LIFETIME_NS = TimeUnit.MINUTES.toNanos(60);

    private final PersonId person;
    private final AsyncContext async;
    private final Consumer<Browser> gone;
    private final ServletOutputStream out;
    private final Deque<byte[]> unread = new ArrayDeque<>();
    private final long since = System.nanoTime();
    private boolean writable;
    private boolean flushing;
    private boolean ended;

    Browser(PersonId person, AsyncContext async, Consumer<Browser> gone) throws IOException {
        this.person = person;
        this.async = async;
        this.gone = gone;
        this.out = async.getResponse().getOutputStream();
    }

    void start() {
        async.addListener(this);
        push("retry: 2000\n\nevent: hello\ndata: \n\n");
        out.setWriteListener(this);
    }

    PersonId person() {
        return person;
    }

    void tell(String kind) {
        push("event: " + kind + "\ndata: \n\n");
    }

    void ping() {
        if (System.nanoTime() - since > LIFETIME_NS) {
            close();
        } else {
            push(": still here\n\n");
        }
    }

    private synchronized void push(String event) {
        if (ended) {
            return;
        }
        if (unread.size() >= MOST_UNREAD) {
            close();
            return;
        }
        unread.add(event.getBytes(StandardCharsets.UTF_8));
        flushing = true;
        if (writable) {
            drain();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        drain();
    }

    private void drain() {
        try {
            while (!ended && out.isReady()) {
                if (!unread.isEmpty()) {
                    out.write(unread.poll());
                } else if (flushing) {
                    flushing = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException hungUp) {
            close();
        }
    }

    synchronized void close() {
        if (!ended) {
            ended = true;
            gone.accept(this);
            try {
                async.complete();
            } catch (IllegalStateException alreadyOver) {
                // the container was quicker
            }
        }
    }

    @Override
    public void onError(Throwable hungUp) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never restarted
    }
}
