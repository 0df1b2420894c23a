package dev.kontor.itest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The unpacked archive, running as {@code bin/kontor run} in a process of its own. */
final class Platform implements AutoCloseable {

    /** A start that takes longer on two busy cores has failed. */
    private static final long PATIENCE_MINUTES = 5;
    /** Two quarters of the demo company, one day after the other. */
    private static final long PAST_MINUTES = 10;

    private final Archive archive;
    private final int port;
    private final List<String> options;
    private final Map<String, Rest> clients = new ConcurrentHashMap<>();
    private final StringBuffer said = new StringBuffer();
    private Process process;

    Platform(Archive archive, String... options) {
        this.archive = archive;
        this.port = freePort();
        this.options = List.of(options);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Archive archive() {
        return archive;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    int port() {
        return port;
    }

    /** Everything that was printed since the first start. */
    String said() {
        return said.toString();
    }

    /** Returns once it serves; fails with what it printed when it ends before. */
    Platform start() {
        List<String> command = new ArrayList<>(List.of("run", "--port", "" + port));
        command.addAll(options);
        try {
            process = archive.process(command.toArray(String[]::new)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var patience = CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            Process started = process;
            CompletableFuture<Void> impatient = CompletableFuture.runAsync(started::destroyForcibly, patience);
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("Kontor is ready")) {
                    impatient.cancel(false);
                    listen(lines);
                    return this;
                }
            }
            throw new AssertionError("It ended while starting:\n" + said + log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(BufferedReader lines) {
        Thread reader = new Thread(() -> read(lines), "platform");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            said.append("(the process has ended)\n");
        }
    }

    String log() {
        Path log = archive.data().resolve("log/kontor.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once the demo company has been entered; until then its pages change by themselves. */
    Platform settled() {
        untilLogged("The demo company is at work", 1);
        return this;
    }

    /** Returns once so many lines of the log hold the words. */
    void untilLogged(String words, long times) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PAST_MINUTES);
        while (logged(words) < times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'%s' was not logged %d times:%n%s".formatted(words, times, log()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** How many lines of the log hold the words. */
    long logged(String words) {
        return log().lines().filter(line -> line.contains(words)).count();
    }

    /** A client for a demo person, whose password is the name. */
    Rest as(String person) {
        return clients.computeIfAbsent(person, name -> Rest.signIn(url(), name, name));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** @param name as kill(1) knows it; the script has given its process to the Java machine */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start().waitFor();
    }

    void kill() {
        process.destroyForcibly();
        join();
    }

    /** SIGTERM, as Ctrl-C and {@code bin/kontor stop} do it; returns the exit code. */
    int stop() {
        process.destroy();
        return join();
    }

    private int join() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
