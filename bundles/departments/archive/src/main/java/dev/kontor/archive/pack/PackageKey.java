package dev.kontor.archive.pack;

import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The key that the archive signs packages with, made at first use and kept in the store, so that every node has it and a
 * backup carries it. It protects a package once it has left; not against who holds the database. Usable only inside a command
 * or a read.
 */
@Component(service = PackageKey.class)
public final class PackageKey {

    private final EntityManager entities;

    @Activate
    public PackageKey(@Reference(target = "(osgi.unit.name=archive)") EntityManager entities) {
        this.entities = entities;
    }

    /** By which people compare keys; empty before the first package. */
    public Optional<String> fingerprint() {
        return kept().map(Signing::fingerprint);
    }

    /** In a command: it may have to be made. */
    KeyPair own(Instant now) {
        return kept().orElseGet(() -> made(now));
    }

    private Optional<KeyPair> kept() {
        List<?> rows = entities.createNativeQuery("SELECT open_half, secret_half FROM archive_key").getResultList();
        return rows.stream().map(row -> read((Object[]) row)).findFirst();
    }

    private KeyPair made(Instant now) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
            entities.createNativeQuery("INSERT INTO archive_key (id, open_half, secret_half, made_at) VALUES (1, ?1, ?2, ?3)")
                    .setParameter(1, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                    .setParameter(2, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()))
                    .setParameter(3, now.toEpochMilli())
                    .executeUpdate();
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + Signing.ALGORITHM, e);
        }
    }

    private static KeyPair read(Object[] row) {
        try {
            KeyFactory keys = KeyFactory.getInstance(Signing.ALGORITHM);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(String.valueOf(row[0])))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(String.valueOf(row[1])))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key that signs packages is damaged.", e);
        }
    }
}
