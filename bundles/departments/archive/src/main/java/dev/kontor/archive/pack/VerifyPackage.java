package dev.kontor.archive.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Verifies a package of the archive without the platform, with nothing but a JDK and this bundle's jar:
 *
 * <pre>java -cp dev.kontor.archive-0.1.0.jar dev.kontor.archive.pack.VerifyPackage FILE [--signer FINGERPRINT]</pre>
 *
 * <p>The fingerprint is the one that the company's archive shows on its page <em>Arrangement</em>. Without it anybody's key will
 * do, so that the package is whole does not say who packed it. Ends with 0 when the package is whole and by that signer, 1 when
 * it is not, 2 when it was not asked rightly or there is no such file, 3 when it is whole and no signer was named.
 */
public final class VerifyPackage {

    private static final int WHOLE = 0;
    private static final int ALTERED = 1;
    private static final int MISUSED = 2;
    private static final int BY_ANYBODY = 3;

    private VerifyPackage() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean signed = arguments.size() == 3 && arguments.get(1).equals("--signer") && arguments.get(2).matches("[0-9a-f]{64}");
        if (arguments.size() != 1 && !signed) {
            err.println("kontor archive verify FILE [--signer FINGERPRINT]");
            return MISUSED;
        }
        PackageProof proof;
        try {
            proof = PackageProof.of(Path.of(arguments.get(0)));
        } catch (IOException unreadable) {
            err.println(arguments.get(0) + " cannot be read: " + unreadable.getMessage());
            return MISUSED;
        }
        proof.faults().forEach(err::println);
        boolean stranger = signed && !proof.signer().equals(arguments.get(2));
        if (stranger) {
            err.println("It was signed by " + proof.signer() + ", not by " + arguments.get(2) + ".");
        }
        return proof.whole() && !stranger ? whole(proof, signed, out) : ALTERED;
    }

    private static int whole(PackageProof proof, boolean signed, PrintStream out) {
        proof.said().forEach((name, value) -> out.println(name + ": " + value));
        out.println("signer: " + proof.signer());
        out.println("Whole: every byte is as it was packed.");
        if (!signed) {
            out.println("Who packed it was not checked: anybody could have, with a key of their own. Name the fingerprint by --signer.");
        }
        return signed ? WHOLE : BY_ANYBODY;
    }
}
