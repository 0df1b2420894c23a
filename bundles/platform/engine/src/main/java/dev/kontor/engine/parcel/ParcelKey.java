package dev.kontor.engine.parcel;

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

/**
 * The key that this company signs parcels with, made at first use and kept in the store, so that every node has it and a
 * backup carries it. Unlike the anchors' key it protects nothing against who holds the database: that person can change
 * rules anyway. Used only within the desk's transactions.
 */
public final class ParcelKey {

    private static final String ALGORITHM = "Ed25519";

    private final EntityManager entities;

    public ParcelKey(EntityManager entities) {
        this.entities = entities;
    }

    /** In a command: it may have to be made. */
    public KeyPair own(Instant now) {
        List<?> rows = entities.createNativeQuery("SELECT open_half, secret_half FROM engine_key").getResultList();
        return rows.isEmpty() ? made(now) : read((Object[]) rows.get(0));
    }

    private KeyPair made(Instant now) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            entities.createNativeQuery("INSERT INTO engine_key (id, open_half, secret_half, made_at) VALUES (1, ?1, ?2, ?3)")
                    .setParameter(1, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
                    .setParameter(2, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()))
                    .setParameter(3, now.toEpochMilli())
                    .executeUpdate();
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static KeyPair read(Object[] row) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(String.valueOf(row[0])))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(String.valueOf(row[1])))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key that signs parcels is damaged.", e);
        }
    }
}
