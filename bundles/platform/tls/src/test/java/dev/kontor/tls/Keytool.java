package dev.kontor.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Keystores as an operator makes them. */
record Keytool(Path folder) {

    static final String PASSWORD = "open sesame";

    /** @param start as keytool says it: {@code -10d} */
    TlsSettings made(String name, String start, int days, int port) throws IOException, InterruptedException {
        Path keystore = folder.resolve("server.p12");
        Files.deleteIfExists(keystore);
        run("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:localhost",
                "-startdate", start, "-validity", "" + days, "-keystore", keystore.toString());
        return new TlsSettings("127.0.0.1", port, keystore, password(PASSWORD, "rw-------"));
    }

    Path withoutKey(Path keystore) throws IOException, InterruptedException {
        Path pem = folder.resolve("server.pem");
        run("-exportcert", "-rfc", "-alias", "server", "-keystore", keystore.toString(), "-file", pem.toString());
        Path trusted = folder.resolve("trusted.p12");
        run("-importcert", "-noprompt", "-alias", "server", "-keystore", trusted.toString(), "-file", pem.toString());
        return trusted;
    }

    Path password(String password, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
    }
}
