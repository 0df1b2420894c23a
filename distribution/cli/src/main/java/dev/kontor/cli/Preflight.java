package dev.kontor.cli;

import dev.kontor.tls.KeyFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks before a start whether it can come to anything: addresses that are free, a keystore that opens. A main class of
 * its own, since it delays every start: it loads nothing that it does not need.
 */
public final class Preflight {

    private final Terminal terminal;

    Preflight(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param arguments host and port of HTTP; then those of HTTPS, keystore and password file, if there is one */
    public static void main(String[] arguments) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(System.in, err, err, Settings.language(System.getenv()));
        System.exit(new Preflight(terminal).run(List.of(arguments)).code());
    }

    Ending run(List<String> arguments) {
        if (arguments.size() != 2 && arguments.size() != 6) {
            return Ending.MISUSED;
        }
        boolean fine = free(arguments.get(0), arguments.get(1));
        if (arguments.size() == 6) {
            fine &= free(arguments.get(2), arguments.get(3));
            fine &= opens(Path.of(arguments.get(4)), Path.of(arguments.get(5)));
        }
        return fine ? Ending.DONE : Ending.FAILED;
    }

    private boolean free(String host, String port) {
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            terminal.complain("preflight.no-port", port);
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port)));
            return true;
        } catch (UnknownHostException e) {
            terminal.complain("preflight.no-address", host);
        } catch (BindException e) {
            String why = String.valueOf(e.getMessage());
            String key = why.contains("in use") ? "preflight.taken" : why.contains("Permission") ? "preflight.not-allowed" : "preflight.no-address";
            terminal.complain(key, host, port);
        } catch (IOException e) {
            terminal.complain("failed", e.toString());
        }
        return false;
    }

    private boolean opens(Path keystore, Path passwordFile) {
        try {
            KeyFile.open(keystore, passwordFile);
            return true;
        } catch (KeyFile.Unusable unusable) {
            terminal.complain("preflight." + unusable.fault(), unusable.file());
            return false;
        }
    }
}
